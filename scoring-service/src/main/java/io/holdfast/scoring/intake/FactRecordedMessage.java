package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record FactRecordedMessage(
    String factId,
    String accountId,
    String type,
    Instant happenedAt,
    @Nullable String contactId,
    @Nullable String value,
    @Nullable String unit,
    @Nullable String text,
    @Nullable LocalDate dueOn,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements FactMessage {

  static final String TYPE = "ingestion.fact-recorded.v1";

  @Override
  public String key() {
    return key(factId);
  }

  static String key(String factId) {
    return "fact " + factId;
  }

  /** Whatever is neither a charge nor its recovery is noted by its own type. */
  @Override
  public Fact toDomain() {
    return switch (type) {
      case "charge_failed" -> new Fact.Charge(happenedAt, text, true);
      case "payment_recovered" -> new Fact.Charge(happenedAt, text, false);
      default ->
          new Fact.Noted(
              happenedAt,
              type,
              value == null ? null : new BigDecimal(value),
              unit,
              text,
              contactId,
              dueOn);
    };
  }

  @Override
  public Instant newestAt() {
    return happenedAt;
  }
}
