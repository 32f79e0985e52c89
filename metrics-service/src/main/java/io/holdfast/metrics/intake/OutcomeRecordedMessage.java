package io.holdfast.metrics.intake;

import io.holdfast.metrics.contract.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record OutcomeRecordedMessage(
    String accountId,
    String kind,
    LocalDate happenedOn,
    @Nullable String reason,
    Instant receivedAt,
    @Nullable Instant recordedAt)
    implements Knowable {

  static final String TYPE = "ingestion.outcome-recorded.v1";

  Outcome toDomain() {
    return new Outcome(Outcome.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), happenedOn, reason);
  }
}
