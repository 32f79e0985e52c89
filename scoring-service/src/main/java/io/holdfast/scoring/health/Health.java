package io.holdfast.scoring.health;

import io.holdfast.scoring.picture.Fact.ScoreOverride;
import io.holdfast.scoring.signal.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The health of an account at an instant: the signals' points sum to their axis's, the axes' to the
 * score, exactly, in hundredths.
 *
 * @param at the business instant it was computed for
 * @param score 0–100; null while too little is known
 * @param coverage share of the axes' weight that had data
 * @param frozenAt the last instant of an account that left; it is scored as it was then
 * @param overruled the person's judgement that stands in place of the computed score
 */
public record Health(
    Instant at,
    @Nullable BigDecimal score,
    BigDecimal coverage,
    List<AxisHealth> axes,
    List<MissingSignal> missing,
    @Nullable Instant frozenAt,
    @Nullable Overruled overruled) {

  /** Key of the entry of {@link #axes} that an override is. */
  public static final String OVERRIDE = "override";

  public Health {
    axes = List.copyOf(axes);
    missing = List.copyOf(missing);
  }

  /**
   * @param computed the score without the override; null while too little is known
   */
  public record Overruled(ScoreOverride override, @Nullable BigDecimal computed) {}

  /** The score that the signals give, whatever a person judged. */
  public @Nullable BigDecimal computedScore() {
    return overruled == null ? score : overruled.computed();
  }

  /** The same account judged by a person: the difference is an entry of its own. */
  Health overruledBy(ScoreOverride override) {
    BigDecimal computed = score == null ? BigDecimal.ZERO.setScale(2) : score;
    List<AxisHealth> all = new ArrayList<>(axes);
    all.add(
        new AxisHealth(
            OVERRIDE,
            "Override",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            override.score(),
            override.score().subtract(computed),
            List.of()));
    return new Health(
        at, override.score(), coverage, all, missing, frozenAt, new Overruled(override, score));
  }

  /**
   * @param nominalWeight as in the model
   * @param weight after the redistribution of what is missing
   * @param score null without data
   */
  public record AxisHealth(
      String key,
      String name,
      BigDecimal nominalWeight,
      BigDecimal weight,
      @Nullable BigDecimal score,
      BigDecimal points,
      List<SignalHealth> signals) {

    public AxisHealth {
      signals = List.copyOf(signals);
    }
  }

  /**
   * @param reading measured, carried, or missing where the model penalises that
   * @param nominalWeight of the whole score, as in the model
   * @param weight of the whole score, after redistribution
   * @param pointsLost what a full signal would add to the score
   */
  public record SignalHealth(
      String key,
      String name,
      String axis,
      String unit,
      Reading reading,
      BigDecimal nominalWeight,
      BigDecimal weight,
      BigDecimal score,
      BigDecimal points,
      BigDecimal pointsLost) {}

  /**
   * A signal without data, and why.
   *
   * @param policy what the model does then: {@code redistribute}, {@code penalise} or {@code carry}
   */
  public record MissingSignal(String key, String name, String axis, String why, String policy) {}

  public boolean isFrozen() {
    return frozenAt != null;
  }

  /** The signals that cost points, worst first. */
  public List<SignalHealth> reasons() {
    return axes.stream()
        .flatMap(axis -> axis.signals().stream())
        .filter(signal -> signal.pointsLost().signum() > 0)
        .sorted(
            Comparator.comparing(SignalHealth::pointsLost)
                .reversed()
                .thenComparing(SignalHealth::key))
        .toList();
  }
}
