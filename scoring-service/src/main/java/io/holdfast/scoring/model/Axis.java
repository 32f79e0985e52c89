package io.holdfast.scoring.model;

import java.math.BigDecimal;
import java.util.List;

/** A weighted group of signals. */
public record Axis(String key, String name, BigDecimal weight, List<SignalRule> signals) {

  public Axis {
    signals = List.copyOf(signals);
    if (weight.signum() <= 0) {
      throw new IllegalArgumentException("Axis " + key + " weighs nothing");
    }
    BigDecimal sum =
        signals.stream().map(SignalRule::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "The signals of axis " + key + " weigh " + sum + " together, not 1");
    }
  }
}
