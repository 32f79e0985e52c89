/**
 * Takes batches from Kafka: one transaction a tenant, repeats refused, poison set aside as dead
 * letters.
 */
@NullMarked
package io.holdfast.messaging.inbox;

import org.jspecify.annotations.NullMarked;
