package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.health.Judging;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.CoreFeatures;
import org.jspecify.annotations.Nullable;

/** What a tenant's accounts are judged by. */
public record Rules(
    TenantCalendar calendar, CoreFeatures features, ScoringModel model, @Nullable String currency) {

  public HealthPolicy policy() {
    return new HealthPolicy(model, features);
  }

  public Judging judging() {
    return new Judging(policy());
  }
}
