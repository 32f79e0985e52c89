/** What accounts were asked to pay and when they did. */
@NullMarked
package io.holdfast.metrics.billing;

import org.jspecify.annotations.NullMarked;
