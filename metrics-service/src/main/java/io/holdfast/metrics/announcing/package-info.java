/** Tells the other services about revenue, through the outbox. */
@NullMarked
package io.holdfast.metrics.announcing;

import org.jspecify.annotations.NullMarked;
