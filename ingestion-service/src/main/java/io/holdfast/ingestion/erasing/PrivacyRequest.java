package io.holdfast.ingestion.erasing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for about a person.
 *
 * @param id of the person, while it is needed
 * @param email of the person, while it is needed
 * @param opaque what stands for the person once erased
 * @param found how many rows, by place, as JSON
 */
record PrivacyRequest(
    UUID requestId,
    Kind kind,
    State state,
    Optional<String> id,
    Optional<String> email,
    String opaque,
    String found,
    String createdBy,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  enum Kind {
    EXPORT,
    ERASURE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum State {
    REQUESTED,
    RUNNING,
    COMPLETED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
