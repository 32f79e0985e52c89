package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record SubscriptionPhaseRecordedMessage(
    String subscriptionId,
    String accountId,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable Integer seats,
    @Nullable String status,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements FactMessage {

  static final String TYPE = "ingestion.subscription-phase-recorded.v1";

  @Override
  public String key() {
    return subscriptionId + "|" + startsOn;
  }

  @Override
  public Fact toDomain() {
    return new Fact.Phase(
        subscriptionId,
        startsOn,
        endsOn,
        seats == null ? 0 : seats,
        !"trialing".equals(status),
        "void".equals(status));
  }

  @Override
  public Instant newestAt() {
    return FactMessage.newest(startsOn, endsOn);
  }
}
