/** Kafka in: payloads that were acknowledged to their senders. */
@NullMarked
package io.holdfast.ingestion.intake;

import org.jspecify.annotations.NullMarked;
