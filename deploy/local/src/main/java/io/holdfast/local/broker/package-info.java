/** A real Kafka broker, its topics, and how far behind its readers are. */
@NullMarked
package io.holdfast.local.broker;

import org.jspecify.annotations.NullMarked;
