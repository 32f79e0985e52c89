package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record FactRecordedMessage(
    String factId,
    String accountId,
    String type,
    Instant happenedAt,
    @Nullable String text,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements FactMessage {

  static final String TYPE = "ingestion.fact-recorded.v1";

  @Override
  public String key() {
    return "fact " + factId;
  }

  /** Whatever is neither a charge nor its recovery is an interaction of its own type. */
  @Override
  public Fact toDomain() {
    return switch (type) {
      case "charge_failed" -> new Fact.Charge(happenedAt, text, true);
      case "payment_recovered" -> new Fact.Charge(happenedAt, text, false);
      default -> new Fact.Interaction(happenedAt, type, text);
    };
  }

  @Override
  public Instant newestAt() {
    return happenedAt;
  }
}
