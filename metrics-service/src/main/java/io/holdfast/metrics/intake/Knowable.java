package io.holdfast.metrics.intake;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.metrics.knowledge.Knowledge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every message of ingestion says about when its content became known. */
interface Knowable {

  Instant receivedAt();

  @Nullable Instant recordedAt();

  default Knowledge knowledge(ReceivedMessage message) {
    return new Knowledge(message.id(), receivedAt(), recordedAt());
  }
}
