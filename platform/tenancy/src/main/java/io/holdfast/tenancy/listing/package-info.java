/** Lists: where a reader goes on is sealed to what was asked. */
@NullMarked
package io.holdfast.tenancy.listing;

import org.jspecify.annotations.NullMarked;
