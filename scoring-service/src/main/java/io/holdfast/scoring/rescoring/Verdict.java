package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.health.Judgement;
import io.holdfast.scoring.health.Trend;
import io.holdfast.scoring.journey.Progress;
import io.holdfast.scoring.model.ScoringModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A judgement with everything that is kept and told of it. */
public record Verdict(
    Profile profile,
    Judgement judgement,
    Trend trend,
    ScoringModel model,
    @Nullable LocalDate churnedOn,
    Progress progress) {

  public Health health() {
    return judgement.health();
  }

  /** Probability that the account churns within the prior's horizon; not learnt. */
  public BigDecimal probability() {
    return model.prior().of(judgement.state().band());
  }

  public @Nullable BigDecimal revenueAtRisk() {
    return profile.arr() == null ? null : probability().multiply(profile.arr());
  }
}
