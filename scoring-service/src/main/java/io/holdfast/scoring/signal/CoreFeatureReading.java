package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.CoreFeatureUse;
import io.holdfast.scoring.picture.Usage;
import io.holdfast.scoring.signal.Baseline.Rule;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Use of each core feature against its own baseline.
 *
 * @param uses of every core feature with a baseline, the one furthest below it first
 * @param mean of the features' ratios, each at most 1
 */
record CoreFeatureReading(List<FeatureUse> uses, BigDecimal mean, LocalDate day, int days)
    implements Measured {

  record FeatureUse(String feature, long uses, BigDecimal usual, BigDecimal ratio) {

    static FeatureUse of(String feature, long uses, BigDecimal usual) {
      BigDecimal ratio = Numbers.ratio(BigDecimal.valueOf(uses), usual);
      return new FeatureUse(feature, uses, usual, ratio.min(BigDecimal.ONE));
    }
  }

  static Reading of(CoreFeatureUse measure, Moment moment) {
    if (moment.features().events().isEmpty()) {
      return new Missing("The tracking plan names no core feature");
    }
    List<FeatureUse> uses = new ArrayList<>();
    moment
        .features()
        .events()
        .forEach((name, events) -> use(measure, moment, name, events).ifPresent(uses::add));
    if (uses.isEmpty()) {
      return new Missing(
          "No baseline: no core feature was used in %d of the %d weeks before"
              .formatted(measure.baselineMinimum(), measure.baselineSpans()));
    }
    uses.sort(Comparator.comparing(FeatureUse::ratio).thenComparing(FeatureUse::feature));
    BigDecimal sum = uses.stream().map(FeatureUse::ratio).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal mean = Numbers.ratio(sum, BigDecimal.valueOf(uses.size()));
    return new CoreFeatureReading(List.copyOf(uses), mean, moment.day(), measure.days());
  }

  private static Optional<FeatureUse> use(
      CoreFeatureUse measure, Moment moment, String feature, Set<String> events) {
    Usage usage = moment.picture().usage();
    LocalDate day = moment.day();
    Instant at = moment.at();
    return Baseline.of(
            day,
            new Rule(
                measure.days(),
                measure.baselineSpans(),
                measure.baselineMinimum(),
                measure.baselineCarried()),
            moment.firstUse(),
            moment.calendar(),
            (from, to) -> usage.uses(events, from, to, at))
        .map(
            baseline ->
                FeatureUse.of(
                    feature,
                    usage.uses(events, day.minusDays(measure.days() - 1L), day, at),
                    baseline.median()));
  }

  @Override
  public BigDecimal value() {
    return Numbers.plain(mean);
  }

  @Override
  public BigDecimal baseline() {
    return BigDecimal.ONE;
  }

  @Override
  public BigDecimal onCurve() {
    return mean;
  }

  /** Of the feature furthest below its baseline. */
  @Override
  public String sentence() {
    FeatureUse worst = uses.getFirst();
    return "%s used %s in %d days, own baseline %s (%s)"
        .formatted(
            worst.feature(),
            Numbers.counted(worst.uses(), "time", "times"),
            days,
            worst.usual().toPlainString(),
            Numbers.change(BigDecimal.valueOf(worst.uses()), worst.usual()));
  }

  @Override
  public Evidence evidence() {
    return new Evidence(
        day.minusDays(days - 1L),
        day,
        uses.stream()
            .map(use -> new Item(use.feature(), null, Numbers.plain(use.ratio())))
            .toList());
  }
}
