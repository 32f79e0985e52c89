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

  /** An id is part of a key of the inbox, which takes no more than 2.7 KB. */
  private static final int LONGEST = 500;

  private Envelope() {}

  /**
   * @throws IllegalArgumentException when an attribute is missing or malformed
   */
  static ReceivedMessage open(Received record) {
    return open(record.headers(), record.body());
  }

  static ReceivedMessage open(Map<String, String> headers, byte[] body) {
    Map<String, String> extensions = new HashMap<>();
    headers.forEach(
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
          body);
    } catch (DateTimeParseException failure) {
      throw new IllegalArgumentException("header ce_time is not an instant", failure);
    }
  }

  private static String take(Map<String, String> attributes, String name) {
    String value = attributes.remove(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("header " + PREFIX + name + " is missing");
    }
    if (value.length() > LONGEST || value.indexOf('\u0000') >= 0) {
      throw new IllegalArgumentException(
          "header " + PREFIX + name + " is too long or holds the character NUL");
    }
    return value;
  }
}
