package io.holdfast.ingestion.cloudevents;

import io.holdfast.ingestion.acknowledging.Sent;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.requests.Json;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One event as it stands on the intake topic; the door has found it to be without fault. */
public record ReceivedEvent(UUID sourceId, String messageId, Instant receivedAt, JsonNode event)
    implements Sent {

  static byte[] json(CloudEvent event, UUID sourceId, Instant receivedAt) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("sourceId", sourceId.toString());
    node.put("receivedAt", receivedAt.toString());
    node.set("event", event.json());
    return Json.MAPPER.writeValueAsBytes(node);
  }

  /** Reads what {@link #json} wrote. */
  public static ReceivedEvent read(byte[] json) {
    JsonNode node = Json.MAPPER.readTree(json);
    return new ReceivedEvent(
        UUID.fromString(node.path("sourceId").asString()),
        node.path("event").path("id").asString(),
        Instant.parse(node.path("receivedAt").asString()),
        node.path("event"));
  }

  public Entry entry() {
    try {
      return EventMeaning.of(EventFormat.read(event), sourceId, receivedAt);
    } catch (Refused refused) {
      throw new IllegalStateException("the door let in what it refuses", refused);
    }
  }
}
