/** Where an account is on its way with the product, and what that asks for. */
@NullMarked
package io.holdfast.scoring.journey;

import org.jspecify.annotations.NullMarked;
