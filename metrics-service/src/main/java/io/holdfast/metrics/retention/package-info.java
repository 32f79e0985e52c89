/** How much of the revenue and of the accounts of a closed cohort stayed. */
@NullMarked
package io.holdfast.metrics.retention;

import org.jspecify.annotations.NullMarked;
