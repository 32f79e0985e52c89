package io.holdfast.scoring.announcing;

import io.holdfast.scoring.rescoring.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record HealthScoredMessage(
    String accountId,
    Instant at,
    @Nullable BigDecimal score,
    @Nullable BigDecimal previousScore,
    String band,
    BigDecimal coverage,
    String model,
    String cause,
    @Nullable String ownerEmail,
    String segment) {

  static final String TYPE = "scoring.health-scored.v1";

  static HealthScoredMessage of(Verdict verdict) {
    return new HealthScoredMessage(
        verdict.profile().account(),
        verdict.health().at(),
        verdict.health().score(),
        verdict.judgement().before().score(),
        verdict.judgement().state().band().key(),
        verdict.health().coverage(),
        verdict.model().id(),
        verdict.judgement().cause().key(),
        verdict.profile().ownerEmail(),
        verdict.progress().segmented().segment().key());
  }
}
