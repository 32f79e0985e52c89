package io.holdfast.scoring.health;

import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.Instant;
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
 */
public record Health(
    Instant at,
    @Nullable BigDecimal score,
    BigDecimal coverage,
    List<AxisHealth> axes,
    List<MissingSignal> missing,
    @Nullable Instant frozenAt) {

  public Health {
    axes = List.copyOf(axes);
    missing = List.copyOf(missing);
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
   * @param nominalWeight of the whole score, as in the model
   * @param weight of the whole score, after redistribution
   * @param pointsLost what a full signal would add to the score
   */
  public record SignalHealth(
      String key,
      String name,
      String axis,
      String unit,
      Measured reading,
      BigDecimal nominalWeight,
      BigDecimal weight,
      BigDecimal score,
      BigDecimal points,
      BigDecimal pointsLost) {}

  /** A signal without data, and why. */
  public record MissingSignal(String key, String name, String axis, String why) {}

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
