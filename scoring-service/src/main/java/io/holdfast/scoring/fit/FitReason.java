package io.holdfast.scoring.fit;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What one criterion gave.
 *
 * @param points of the score; those of all reasons sum to it exactly
 * @param most the points it could have given; those of all reasons sum to 100.00
 */
public record FitReason(
    FitCriterion criterion, State state, BigDecimal points, BigDecimal most, String sentence) {

  /** A required criterion is met whole or failed. */
  public enum State {
    MET,
    PARTLY,
    FAILED,
    UNKNOWN;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean required(State in) {
    return criterion.required() && state == in;
  }
}
