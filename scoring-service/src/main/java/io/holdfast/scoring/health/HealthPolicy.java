package io.holdfast.scoring.health;

import io.holdfast.scoring.health.Health.AxisHealth;
import io.holdfast.scoring.health.Health.MissingSignal;
import io.holdfast.scoring.health.Health.SignalHealth;
import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.model.SignalRule;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.signal.Moment;
import io.holdfast.scoring.signal.Reading.Measured;
import io.holdfast.scoring.signal.Reading.Missing;
import io.holdfast.scoring.signal.Signals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores an account by a model. A signal without data gives its weight to the others of its axis,
 * an axis without any to the other axes; below the coverage floor there is no score.
 */
public record HealthPolicy(ScoringModel model, CoreFeatures features) {

  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final int DECIMALS = 2;

  private record Found(SignalRule rule, Measured reading, BigDecimal score) {}

  private record FoundAxis(Axis axis, List<Found> found) {

    BigDecimal present() {
      return found.stream()
          .map(one -> one.rule().weight())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isCovered() {
      return !found.isEmpty();
    }
  }

  /** The health at an instant; that of an account that left is the one it left with. */
  public Health at(Instant at, KnownPicture picture) {
    return picture
        .departedBy(picture.calendar().day(at))
        .map(left -> picture.calendar().startOf(left).minusMillis(1))
        .map(last -> measured(at, last, last, picture))
        .orElseGet(() -> measured(at, at, null, picture));
  }

  /** The health of an account of which nothing is known. */
  public Health unknown(Instant at) {
    return at(at, AccountPicture.EMPTY.known(TenantCalendar.UTC));
  }

  private Health measured(
      Instant asked, Instant at, @Nullable Instant frozenAt, KnownPicture picture) {
    Moment moment = new Moment(picture, features, at);
    List<MissingSignal> missing = new ArrayList<>();
    List<FoundAxis> axes = new ArrayList<>();
    for (Axis axis : model.axes()) {
      List<Found> found = new ArrayList<>();
      for (SignalRule rule : axis.signals()) {
        switch (Signals.read(rule.measure(), moment)) {
          case Measured reading ->
              found.add(new Found(rule, reading, rule.curve().at(reading.onCurve())));
          case Missing(String why) ->
              missing.add(new MissingSignal(rule.key(), rule.name(), axis.key(), why));
        }
      }
      axes.add(new FoundAxis(axis, found));
    }
    return summed(asked, frozenAt, axes, missing);
  }

  private Health summed(
      Instant at, @Nullable Instant frozenAt, List<FoundAxis> axes, List<MissingSignal> missing) {
    BigDecimal covered =
        axes.stream()
            .filter(FoundAxis::isCovered)
            .map(axis -> axis.axis().weight())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean enough = covered.signum() > 0 && covered.compareTo(model.coverageFloor()) >= 0;
    List<BigDecimal> weights =
        axes.stream().map(axis -> enough ? effective(axis, covered) : BigDecimal.ZERO).toList();
    List<BigDecimal> exact = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      exact.add(weights.get(i).multiply(mean(axes.get(i)), EXACT));
    }
    BigDecimal score = rounded(exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    List<BigDecimal> points = Apportionment.of(score, exact);
    List<AxisHealth> scored = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      scored.add(scored(axes.get(i), weights.get(i), points.get(i)));
    }
    return new Health(at, enough ? score : null, covered, scored, missing, frozenAt);
  }

  private static BigDecimal effective(FoundAxis axis, BigDecimal covered) {
    return axis.isCovered() ? axis.axis().weight().divide(covered, EXACT) : BigDecimal.ZERO;
  }

  /** The axis's own score, unrounded. */
  private static BigDecimal mean(FoundAxis axis) {
    if (!axis.isCovered()) {
      return BigDecimal.ZERO;
    }
    return axis.found().stream()
        .map(one -> one.rule().weight().multiply(one.score()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(axis.present(), EXACT);
  }

  private static AxisHealth scored(FoundAxis axis, BigDecimal weight, BigDecimal points) {
    List<BigDecimal> shares =
        axis.found().stream()
            .map(one -> weight.multiply(one.rule().weight()).divide(axis.present(), EXACT))
            .toList();
    List<BigDecimal> exact = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      exact.add(shares.get(i).multiply(axis.found().get(i).score(), EXACT));
    }
    List<BigDecimal> parts = Apportionment.of(points, exact);
    List<SignalHealth> signals = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      signals.add(signal(axis.axis(), axis.found().get(i), shares.get(i), parts.get(i)));
    }
    return new AxisHealth(
        axis.axis().key(),
        axis.axis().name(),
        axis.axis().weight(),
        share(weight),
        axis.isCovered() ? rounded(mean(axis)) : null,
        points,
        signals);
  }

  private static SignalHealth signal(Axis axis, Found found, BigDecimal share, BigDecimal points) {
    BigDecimal lost =
        rounded(share.multiply(BigDecimal.valueOf(100).subtract(found.score()), EXACT));
    return new SignalHealth(
        found.rule().key(),
        found.rule().name(),
        axis.key(),
        found.rule().unit(),
        found.reading(),
        axis.weight().multiply(found.rule().weight()),
        share(share),
        found.score(),
        points,
        lost);
  }

  private static BigDecimal share(BigDecimal weight) {
    return weight.setScale(6, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
