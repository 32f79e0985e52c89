package io.holdfast.ingestion.facts;

import io.holdfast.ingestion.acknowledging.Sent;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.imports.ObjectReading;
import io.holdfast.ingestion.requests.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signed delivery of facts as it stands on the intake topic.
 *
 * @param messageId the sender's name for the delivery
 * @param facts one or a list, as sent; of a source with a mapping whatever it sends
 */
public record ReceivedFacts(UUID sourceId, String messageId, Instant receivedAt, JsonNode facts)
    implements Sent {

  byte[] json() {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("sourceId", sourceId.toString());
    node.put("messageId", messageId);
    node.put("receivedAt", receivedAt.toString());
    node.set("facts", facts);
    return Json.MAPPER.writeValueAsBytes(node);
  }

  /** Reads what {@link #json} wrote. */
  public static ReceivedFacts read(byte[] json) {
    JsonNode node = Json.MAPPER.readTree(json);
    return new ReceivedFacts(
        UUID.fromString(node.path("sourceId").asString()),
        node.path("messageId").asString(),
        Instant.parse(node.path("receivedAt").asString()),
        node.path("facts"));
  }

  /** The facts read; those without an id are named after the delivery and their place in it. */
  FactList list() {
    ObjectReading reading = new ObjectReading(Kind.FACT, receivedAt, sourceId.toString());
    return FactList.read(facts, reading, index -> sourceId + ":" + messageId + ":" + index);
  }

  /** What the door found to be without fault. */
  public List<Entry> entries() {
    return list().entries();
  }
}
