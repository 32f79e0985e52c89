package io.holdfast.scoring.health;

import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.SignalRule;
import io.holdfast.scoring.signal.Reading;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An axis with the signals of it that count: those with data, and those whose lack of it the model
 * penalises.
 *
 * @param present share of the axis's weight that counts
 * @param mean the axis's own score, unrounded
 */
record FoundAxis(Axis axis, List<Found> found, BigDecimal present, BigDecimal mean) {

  record Found(SignalRule rule, Reading reading, BigDecimal score) {}

  static FoundAxis of(Axis axis, List<Found> found) {
    BigDecimal present = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (Found one : found) {
      present = present.add(one.rule().weight());
      sum = sum.add(one.rule().weight().multiply(one.score()));
    }
    return new FoundAxis(axis, List.copyOf(found), present, share(sum, present));
  }

  /** Null where nothing counts. */
  @Nullable BigDecimal scoreOf(SignalRule rule) {
    return found.stream()
        .filter(one -> one.rule() == rule)
        .map(Found::score)
        .findFirst()
        .orElse(null);
  }

  boolean counts() {
    return !found.isEmpty();
  }

  /** Whether it has data; what is penalised is none. */
  boolean isCovered() {
    return found.stream().anyMatch(one -> one.reading() instanceof Measured);
  }

  /** A part of what is there, which mostly is all there could be. */
  static BigDecimal share(BigDecimal part, BigDecimal whole) {
    if (whole.compareTo(BigDecimal.ONE) == 0 || part.signum() == 0) {
      return part;
    }
    return part.divide(whole, MathContext.DECIMAL128);
  }
}
