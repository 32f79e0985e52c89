package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record OutcomeRecordedMessage(
    String accountId,
    String kind,
    LocalDate happenedOn,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements FactMessage {

  static final String TYPE = "ingestion.outcome-recorded.v1";

  @Override
  public String key() {
    return kind + " " + happenedOn;
  }

  @Override
  public Fact toDomain() {
    return new Fact.Outcome(happenedOn, kind.endsWith("_churn"));
  }

  @Override
  public Instant newestAt() {
    return FactMessage.newest(happenedOn, null);
  }
}
