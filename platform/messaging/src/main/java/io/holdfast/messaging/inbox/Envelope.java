package io.holdfast.messaging.inbox;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.inbox.Records.Received;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** Reads CloudEvents attributes from record headers, or says which one is not as it must be. */
final class Envelope {
  private static final String PREFIX = "ce_";

  private Envelope() {}

  /**
   * @throws IllegalArgumentException when an attribute is missing or malformed
   */
  static ReceivedMessage open(Received record) {
    Map<String, String> extensions = new HashMap<>();
    record
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                extensions.put(name.substring(PREFIX.length()), value);
              }
            });
    try {
      return new ReceivedMessage(
          take(extensions, "id"),
          take(extensions, "type"),
          new TenantId(take(extensions, "tenant")),
          extensions.remove("subject"),
          Instant.parse(take(extensions, "time")),
          Map.copyOf(extensions),
          record.body());
    } catch (DateTimeParseException failure) {
      throw new IllegalArgumentException("header ce_time is not an instant", failure);
    }
  }

  private static String take(Map<String, String> attributes, String name) {
    String value = attributes.remove(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("header " + PREFIX + name + " is missing");
    }
    return value;
  }
}
