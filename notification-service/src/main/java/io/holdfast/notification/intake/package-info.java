/** Kafka in: this service's own copies of other services' messages. */
@NullMarked
package io.holdfast.notification.intake;

import org.jspecify.annotations.NullMarked;
