package io.holdfast.notification.intake;

import io.holdfast.notification.play.Happening.FactHappened;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code ingestion.fact-recorded.v1}, as far as it matters here. */
record FactRecordedMessage(
    String accountId,
    String type,
    Instant happenedAt,
    @Nullable String value,
    @Nullable String unit,
    @Nullable String text,
    @Nullable String load) {

  static final String TYPE = "ingestion.fact-recorded.v1";

  FactHappened toDomain() {
    return new FactHappened(accountId, type, happenedAt, value, unit, text, load != null);
  }
}
