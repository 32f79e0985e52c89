package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.health.Judging;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.CoreFeatures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tenant's accounts are judged by. */
public record Rules(
    TenantCalendar calendar, CoreFeatures features, ScoringModel model, @Nullable String currency) {

  /** The same, with what is known of the fleet's silence. */
  public Rules with(List<FleetGap> gaps) {
    return new Rules(
        new TenantCalendar(calendar.zone(), calendar.holidays(), gaps), features, model, currency);
  }

  public HealthPolicy policy() {
    return new HealthPolicy(model, features);
  }

  public Judging judging() {
    return new Judging(policy());
  }
}
