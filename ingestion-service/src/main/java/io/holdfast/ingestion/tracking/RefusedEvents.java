package io.holdfast.ingestion.tracking;

import io.holdfast.ingestion.batch.Batch;
import io.holdfast.ingestion.requests.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the door refused of a batch, on its way to where the last events of a source are shown. */
public record RefusedEvents(UUID sourceId, Instant receivedAt, List<Refused> events) {
  private static final int SHOWN = 25;

  /** One of them, without its content. */
  public record Refused(@Nullable String messageId, String code) {}

  static byte[] json(UUID sourceId, Instant receivedAt, List<Batch.Fault> faults) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("sourceId", sourceId.toString());
    node.put("receivedAt", receivedAt.toString());
    ArrayNode events = node.putArray("events");
    faults.stream()
        .limit(SHOWN)
        .forEach(
            fault ->
                events.addObject().put("messageId", fault.messageId()).put("code", fault.code()));
    return Json.MAPPER.writeValueAsBytes(node);
  }

  /** Reads what {@link #json} wrote. */
  public static RefusedEvents read(byte[] json) {
    JsonNode node = Json.MAPPER.readTree(json);
    List<Refused> events = new ArrayList<>();
    for (JsonNode one : node.path("events")) {
      String messageId = one.hasNonNull("messageId") ? one.path("messageId").asString() : null;
      events.add(new Refused(messageId, one.path("code").asString()));
    }
    return new RefusedEvents(
        UUID.fromString(node.path("sourceId").asString()),
        Instant.parse(node.path("receivedAt").asString()),
        List.copyOf(events));
  }
}
