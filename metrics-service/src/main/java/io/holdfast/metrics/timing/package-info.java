/** Timers in and out: on which days the books of accounts change by themselves. */
@NullMarked
package io.holdfast.metrics.timing;

import org.jspecify.annotations.NullMarked;
