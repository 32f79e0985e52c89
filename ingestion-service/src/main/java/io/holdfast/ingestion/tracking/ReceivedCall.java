package io.holdfast.ingestion.tracking;

import io.holdfast.ingestion.acknowledging.Sent;
import io.holdfast.ingestion.batch.CallType;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One event as it was taken from the intake topic. */
public record ReceivedCall(
    UUID sourceId, CallType type, String messageId, Instant at, Instant receivedAt, JsonNode event)
    implements Sent {

  /** A record of the version before: one event. */
  static ReceivedCall read(JsonNode node) {
    return new ReceivedCall(
        UUID.fromString(node.path("sourceId").asString()),
        CallType.valueOf(node.path("type").asString()),
        node.path("messageId").asString(),
        Instant.parse(node.path("at").asString()),
        Instant.parse(node.path("receivedAt").asString()),
        node.path("event"));
  }
}
