/** Signals: one measured quantity about an account at an instant, with its evidence. */
@NullMarked
package io.holdfast.scoring.signal;

import org.jspecify.annotations.NullMarked;
