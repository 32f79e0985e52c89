/** Publishes what transactions left behind, in order, by one leased relay a service. */
@NullMarked
package io.holdfast.messaging.outbox;

import org.jspecify.annotations.NullMarked;
