package io.holdfast.scoring.health;

import io.holdfast.scoring.health.FoundAxis.Found;
import io.holdfast.scoring.health.Health.AxisHealth;
import io.holdfast.scoring.health.Health.SignalHealth;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, weighed: a signal that does not count gives its weight to the others of its axis,
 * an axis without any that do to the other axes. Scores and points are in hundredths.
 *
 * @param covered share of the axes' weight that has data
 * @param weights of the axes in force; zero while too little is known for a score
 * @param exact points of the axes, unrounded
 */
record Weighing(
    List<FoundAxis> axes,
    BigDecimal covered,
    boolean isEnough,
    List<BigDecimal> weights,
    List<BigDecimal> exact) {

  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  static Weighing of(List<FoundAxis> axes, BigDecimal coverageFloor) {
    BigDecimal covered = BigDecimal.ZERO;
    BigDecimal counted = BigDecimal.ZERO;
    for (FoundAxis axis : axes) {
      covered = axis.isCovered() ? covered.add(axis.axis().weight()) : covered;
      counted = axis.counts() ? counted.add(axis.axis().weight()) : counted;
    }
    boolean enough = covered.signum() > 0 && covered.compareTo(coverageFloor) >= 0;
    List<BigDecimal> weights = new ArrayList<>();
    List<BigDecimal> exact = new ArrayList<>();
    for (FoundAxis axis : axes) {
      boolean counts = enough && axis.counts();
      BigDecimal weight = counts ? FoundAxis.share(axis.axis().weight(), counted) : BigDecimal.ZERO;
      weights.add(weight);
      exact.add(weight.multiply(axis.mean(), EXACT));
    }
    return new Weighing(axes, covered, enough, weights, exact);
  }

  /** Null while too little is known. */
  @Nullable BigDecimal score() {
    return isEnough ? total() : null;
  }

  Scores scores() {
    List<@Nullable BigDecimal> ofAxes = new ArrayList<>();
    List<@Nullable BigDecimal> ofSignals = new ArrayList<>();
    for (FoundAxis axis : axes) {
      ofAxes.add(axis.counts() ? rounded(axis.mean()) : null);
      axis.axis().signals().forEach(rule -> ofSignals.add(axis.scoreOf(rule)));
    }
    return new Scores(score(), ofAxes, ofSignals);
  }

  private BigDecimal total() {
    return rounded(exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The axes' points sum to the score, the signals' to their axis's. */
  List<AxisHealth> explained() {
    List<BigDecimal> points = Apportionment.of(total(), exact);
    List<AxisHealth> explained = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      explained.add(axis(axes.get(i), weights.get(i), points.get(i)));
    }
    return explained;
  }

  private static AxisHealth axis(FoundAxis axis, BigDecimal weight, BigDecimal points) {
    List<BigDecimal> shares =
        axis.found().stream()
            .map(one -> FoundAxis.share(weight.multiply(one.rule().weight()), axis.present()))
            .toList();
    List<BigDecimal> exact = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      exact.add(shares.get(i).multiply(axis.found().get(i).score(), EXACT));
    }
    List<BigDecimal> parts = Apportionment.of(points, exact);
    List<SignalHealth> signals = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      signals.add(signal(axis, axis.found().get(i), shares.get(i), parts.get(i)));
    }
    return new AxisHealth(
        axis.axis().key(),
        axis.axis().name(),
        axis.axis().weight(),
        share(weight),
        axis.counts() ? rounded(axis.mean()) : null,
        points,
        signals);
  }

  private static SignalHealth signal(
      FoundAxis axis, Found found, BigDecimal share, BigDecimal points) {
    return new SignalHealth(
        found.rule().key(),
        found.rule().name(),
        axis.axis().key(),
        found.rule().unit(),
        found.reading(),
        axis.axis().weight().multiply(found.rule().weight()),
        share(share),
        found.score(),
        points,
        rounded(share.multiply(FULL.subtract(found.score()), EXACT)));
  }

  private static BigDecimal share(BigDecimal weight) {
    return weight.setScale(6, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number.setScale(2, RoundingMode.HALF_EVEN);
  }
}
