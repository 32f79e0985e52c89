package io.holdfast.scoring.web;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.band.BandPolicy;
import io.holdfast.scoring.band.BandThreshold;
import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.health.Health.AxisHealth;
import io.holdfast.scoring.health.Health.MissingSignal;
import io.holdfast.scoring.health.Health.Overruled;
import io.holdfast.scoring.health.Health.SignalHealth;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.reporting.HealthReport;
import io.holdfast.scoring.signal.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Health",
    description =
        "The signals' points sum to their axis's points, the axes' points to the score, exactly as"
            + " printed (two decimals). Without a score all points are 0.")
record HealthView(
    String accountId,
    String name,
    @Schema(description = "Business instant the health is of") Instant at,
    @Schema(description = "Nothing that became known later is used") Instant knownAt,
    @Schema(description = "0 to 100, null while too little is known") @Nullable BigDecimal score,
    @Schema(description = "healthy, watch, at_risk, critical or unknown") String band,
    @Schema(description = "When the band was entered") @Nullable Instant bandSince,
    @Schema(description = "The account was in the band already when its bands were first looked at")
        boolean bandSinceOrEarlier,
    @Schema(description = "Share of the axes' weight that has data") BigDecimal coverage,
    String model,
    @Schema(description = "The account left; it is scored as it was then") boolean frozen,
    @Schema(description = "Share of the data whose knowledge time a load of history declared")
        BigDecimal assumedShare,
    @Schema(description = "Each band is entered from here up") ThresholdsView thresholds,
    @Schema(description = "Each band is left downwards below this") ThresholdsView leaveBelow,
    @Schema(description = "A person's judgement in the place of the computed score")
        @Nullable OverrideView override,
    @Schema(description = "What the signals give, whether overridden or not")
        @Nullable BigDecimal computedScore,
    @Schema(
            description =
                "The model's axes; an override is a further one, `override`, whose points are the"
                    + " difference")
        List<AxisView> axes,
    @Schema(
            description =
                "Signals without data. `policy` says what the model does then: redistribute (their"
                    + " weight goes to the others), penalise (they keep it and stand among the"
                    + " axes with a score of the model's), carry (the last reading was too old)")
        List<MissingSignal> missing) {

  @Schema(name = "Thresholds")
  record ThresholdsView(BigDecimal healthy, BigDecimal watch, BigDecimal atRisk) {

    static ThresholdsView of(BandPolicy policy, Function<BandThreshold, BigDecimal> side) {
      List<BigDecimal> sides = policy.thresholds().stream().map(side).toList();
      return new ThresholdsView(
          sides.get(Band.HEALTHY.ordinal()),
          sides.get(Band.WATCH.ordinal()),
          sides.get(Band.AT_RISK.ordinal()));
    }
  }

  @Schema(name = "AxisHealth")
  record AxisView(
      String key,
      String name,
      @Schema(description = "In force: what is missing gave its weight to the others")
          BigDecimal weight,
      @Schema(description = "As in the model") BigDecimal nominalWeight,
      @Nullable BigDecimal score,
      BigDecimal points,
      List<SignalView> signals) {

    static AxisView of(AxisHealth axis) {
      return new AxisView(
          axis.key(),
          axis.name(),
          axis.weight(),
          axis.nominalWeight(),
          axis.score(),
          axis.points(),
          axis.signals().stream().map(SignalView::of).toList());
    }
  }

  @Schema(name = "SignalHealth")
  record SignalView(
      String key,
      String name,
      @Schema(description = "Null without data, which this model counts as `score`")
          @Nullable BigDecimal value,
      String unit,
      @Nullable BigDecimal baseline,
      BigDecimal weight,
      BigDecimal nominalWeight,
      BigDecimal score,
      BigDecimal points,
      BigDecimal pointsLost,
      @Schema(description = "What was found, in a few words") String evidence,
      String sentence,
      @Schema(description = "The days looked at and the parts found; null without data")
          @Nullable Evidence details) {

    static SignalView of(SignalHealth signal) {
      return new SignalView(
          signal.key(),
          signal.name(),
          signal.reading().value(),
          signal.unit(),
          signal.reading().baseline(),
          signal.weight(),
          signal.nominalWeight(),
          signal.score(),
          signal.points(),
          signal.pointsLost(),
          signal.reading().gist(),
          signal.reading().sentence(),
          signal.reading().evidence());
    }
  }

  static HealthView of(HealthReport report) {
    Health health = report.health();
    BandPolicy bands = report.model().bands();
    return new HealthView(
        report.account(),
        report.name(),
        health.at(),
        report.knownAt(),
        health.score(),
        report.state().band().key(),
        report.state().since().equals(Instant.EPOCH) ? null : report.state().since(),
        report.state().orEarlier(),
        health.coverage(),
        report.model().id(),
        health.isFrozen(),
        report.assumedShare(),
        ThresholdsView.of(bands, BandThreshold::enter),
        ThresholdsView.of(bands, BandThreshold::leave),
        override(health, report.calendar()),
        health.computedScore(),
        health.axes().stream().map(AxisView::of).toList(),
        health.missing());
  }

  private static @Nullable OverrideView override(Health health, TenantCalendar calendar) {
    Overruled overruled = health.overruled();
    return overruled == null ? null : OverrideView.of(overruled.override(), calendar);
  }
}
