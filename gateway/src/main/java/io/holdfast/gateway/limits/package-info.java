/** How much one caller may ask for. */
@NullMarked
package io.holdfast.gateway.limits;

import org.jspecify.annotations.NullMarked;
