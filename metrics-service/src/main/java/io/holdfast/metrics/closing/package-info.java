/** Periods that were closed, and what was learnt about them afterwards. */
@NullMarked
package io.holdfast.metrics.closing;

import org.jspecify.annotations.NullMarked;
