package io.holdfast.scoring.model;

import java.math.BigDecimal;

/** How one signal is measured, valued and weighed in its axis. */
public record SignalRule(
    String key, String name, String unit, BigDecimal weight, Measure measure, Curve curve) {

  public SignalRule {
    if (weight.signum() <= 0) {
      throw new IllegalArgumentException("Signal " + key + " weighs nothing");
    }
  }
}
