/** Kafka out, through the outbox. */
@NullMarked
package io.holdfast.notification.announcing;

import org.jspecify.annotations.NullMarked;
