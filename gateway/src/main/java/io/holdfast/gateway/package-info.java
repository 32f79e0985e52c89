/** The only door to Holdfast. */
@NullMarked
package io.holdfast.gateway;

import org.jspecify.annotations.NullMarked;
