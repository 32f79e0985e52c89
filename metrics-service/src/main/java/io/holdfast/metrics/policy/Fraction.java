package io.holdfast.metrics.policy;

import java.math.BigDecimal;

/** An exact factor, so that nothing is rounded before the end: {@code 365/12}. */
public record Fraction(BigDecimal numerator, BigDecimal denominator) {

  public Fraction {
    if (numerator.signum() <= 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException("a factor is positive");
    }
  }

  public static Fraction parse(String text) {
    String[] parts = text.split("/", 2);
    return new Fraction(
        new BigDecimal(parts[0]), parts.length == 1 ? BigDecimal.ONE : new BigDecimal(parts[1]));
  }

  @Override
  public String toString() {
    return numerator.toPlainString() + "/" + denominator.toPlainString();
  }
}
