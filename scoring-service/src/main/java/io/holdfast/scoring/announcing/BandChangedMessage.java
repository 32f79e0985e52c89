package io.holdfast.scoring.announcing;

import io.holdfast.scoring.health.Health.SignalHealth;
import io.holdfast.scoring.health.Judgement;
import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.scoring.rescoring.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record BandChangedMessage(
    String accountId,
    String accountName,
    @Nullable String ownerEmail,
    Instant at,
    @Nullable String from,
    String to,
    @Nullable BigDecimal score,
    BigDecimal coverage,
    String model,
    String cause,
    @Nullable String mrr,
    @Nullable String currency,
    @Nullable String revenueAtRisk,
    List<ReasonMessage> reasons,
    String segment) {

  static final String TYPE = "scoring.band-changed.v1";

  record ReasonMessage(
      String signal,
      String axis,
      @Nullable BigDecimal value,
      String unit,
      @Nullable BigDecimal baseline,
      BigDecimal score,
      BigDecimal pointsLost,
      String sentence) {

    static ReasonMessage of(SignalHealth signal) {
      return new ReasonMessage(
          signal.key(),
          signal.axis(),
          signal.reading().value(),
          signal.unit(),
          signal.reading().baseline(),
          signal.score(),
          signal.pointsLost(),
          signal.reading().sentence());
    }
  }

  static BandChangedMessage of(Verdict verdict) {
    Judgement judgement = verdict.judgement();
    Profile profile = verdict.profile();
    return new BandChangedMessage(
        profile.account(),
        profile.shownName(),
        profile.ownerEmail(),
        judgement.health().at(),
        judgement.isFirstBand() ? null : judgement.before().state().band().key(),
        judgement.state().band().key(),
        judgement.health().score(),
        judgement.health().coverage(),
        verdict.model().id(),
        judgement.cause().key(),
        amount(profile.mrr()),
        profile.currency(),
        amount(verdict.revenueAtRisk()),
        judgement.health().reasons().stream().map(ReasonMessage::of).toList(),
        verdict.progress().segmented().segment().key());
  }

  private static @Nullable String amount(@Nullable BigDecimal amount) {
    if (amount == null) {
      return null;
    }
    BigDecimal kept = amount.setScale(8, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return kept.toPlainString();
  }
}
