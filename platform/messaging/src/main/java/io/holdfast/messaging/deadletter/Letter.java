package io.holdfast.messaging.deadletter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kept letter without its body. */
record Letter(
    UUID id,
    State state,
    String consumer,
    @Nullable String type,
    @Nullable String subject,
    @Nullable String messageId,
    @Nullable String key,
    String topic,
    @Nullable Integer partition,
    @Nullable Long offset,
    String error,
    int attempts,
    Instant failedAt,
    Instant lastFailedAt,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable String reason) {

  /** A letter waits until it is replayed or discarded; both are for good. */
  enum State {
    WAITING,
    REPLAYED,
    DISCARDED;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A letter with what stood on its topic. */
  record Whole(Letter letter, FailedRecord record) {}
}
