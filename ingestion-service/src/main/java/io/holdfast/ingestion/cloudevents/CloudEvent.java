package io.holdfast.ingestion.cloudevents;

import io.holdfast.ingestion.requests.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as CloudEvents 1.0 has it, as far as Holdfast uses it.
 *
 * @param origin what the sender calls itself
 * @param subject the account
 * @param data JSON, or nothing where the data is something else
 */
record CloudEvent(
    String id,
    String origin,
    String type,
    @Nullable String subject,
    @Nullable Instant time,
    @Nullable JsonNode data) {

  /**
   * What makes ids of one sender different from those of another.
   *
   * @param sender who holds the token, where senders are not to touch each other's ids
   */
  UUID sourceId(String sender) {
    return UUID.nameUUIDFromBytes(
        ("cloudevents\n" + sender + "\n" + origin).getBytes(StandardCharsets.UTF_8));
  }

  ObjectNode json() {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("id", id).put("source", origin).put("type", type).put("specversion", "1.0");
    if (subject != null) {
      node.put("subject", subject);
    }
    if (time != null) {
      node.put("time", time.toString());
    }
    if (data != null) {
      node.set("data", data);
    }
    return node;
  }
}
