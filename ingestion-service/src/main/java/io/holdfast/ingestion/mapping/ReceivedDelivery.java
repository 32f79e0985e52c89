package io.holdfast.ingestion.mapping;

import io.holdfast.ingestion.acknowledging.Sent;
import io.holdfast.ingestion.requests.Json;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A signed delivery of another system as it stands on the intake topic.
 *
 * @param messageId the sender's name for it, or what stands for that
 */
public record ReceivedDelivery(UUID sourceId, String messageId, Instant receivedAt, JsonNode body)
    implements Sent {

  /** Reads what the door of signed facts wrote. */
  public static ReceivedDelivery read(byte[] json) {
    JsonNode node = Json.MAPPER.readTree(json);
    return new ReceivedDelivery(
        UUID.fromString(node.path("sourceId").asString()),
        node.path("messageId").asString(),
        Instant.parse(node.path("receivedAt").asString()),
        node.path("facts"));
  }
}
