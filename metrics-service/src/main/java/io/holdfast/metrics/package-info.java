/** Says what recurring revenue was, why it moved, and how much of it stayed. */
@NullMarked
package io.holdfast.metrics;

import org.jspecify.annotations.NullMarked;
