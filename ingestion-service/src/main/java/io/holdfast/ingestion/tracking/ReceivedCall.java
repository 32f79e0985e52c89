package io.holdfast.ingestion.tracking;

import io.holdfast.ingestion.acknowledging.Sent;
import io.holdfast.ingestion.requests.Json;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One event as it stands on the intake topic. */
public record ReceivedCall(
    UUID sourceId, CallType type, String messageId, Instant at, Instant receivedAt, JsonNode event)
    implements Sent {

  static String json(Batch.Call call, UUID sourceId, Instant receivedAt) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("sourceId", sourceId.toString());
    node.put("type", call.type().name());
    node.put("messageId", call.messageId());
    node.put("at", call.at().toString());
    node.put("receivedAt", receivedAt.toString());
    node.set("event", call.event());
    return node.toString();
  }

  /** Reads what {@link #json} wrote. */
  public static ReceivedCall read(byte[] json) {
    JsonNode node = Json.MAPPER.readTree(json);
    return new ReceivedCall(
        UUID.fromString(node.path("sourceId").asString()),
        CallType.valueOf(node.path("type").asString()),
        node.path("messageId").asString(),
        Instant.parse(node.path("at").asString()),
        Instant.parse(node.path("receivedAt").asString()),
        node.path("event"));
  }
}
