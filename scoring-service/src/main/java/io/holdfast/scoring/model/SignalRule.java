package io.holdfast.scoring.model;

import io.holdfast.scoring.model.MissingPolicy.Carry;
import java.math.BigDecimal;

/** How one signal is measured, valued and weighed in its axis, and what counts without data. */
public record SignalRule(
    String key,
    String name,
    String unit,
    BigDecimal weight,
    Measure measure,
    Curve curve,
    MissingPolicy missing) {

  public SignalRule {
    if (weight.signum() <= 0) {
      throw new IllegalArgumentException("Signal " + key + " weighs nothing");
    }
    if (missing instanceof Carry(int days) && measure.reach() + days > Measure.FURTHEST) {
      throw new IllegalArgumentException(
          "Signal %s looks %d days back; carried for %d more that is beyond the %d that are kept at hand"
              .formatted(key, measure.reach(), days, Measure.FURTHEST));
    }
  }
}
