/** Timers in: what is due. */
@NullMarked
package io.holdfast.scoring.timing;

import org.jspecify.annotations.NullMarked;
