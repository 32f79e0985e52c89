/** Kept amounts, currencies and the rates between them. */
@NullMarked
package io.holdfast.metrics.money;

import org.jspecify.annotations.NullMarked;
