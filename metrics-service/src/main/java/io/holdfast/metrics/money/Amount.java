package io.holdfast.metrics.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** An amount as it is kept: exactly 8 decimals. Sums are of kept amounts, display rounds. */
public record Amount(BigDecimal value) implements Comparable<Amount> {

  public static final int DECIMALS = 8;
  public static final Amount ZERO = new Amount(BigDecimal.ZERO);

  private static final MathContext RATIO = new MathContext(15, RoundingMode.HALF_EVEN);

  public Amount {
    if (value.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException("an amount is kept to 8 decimals: " + value);
    }
    value = value.setScale(DECIMALS);
  }

  public static Amount of(String value) {
    return new Amount(new BigDecimal(value));
  }

  /** Rounds half even, the one time an amount is rounded at all. */
  public static Amount kept(BigDecimal numerator, BigDecimal denominator) {
    return new Amount(numerator.divide(denominator, DECIMALS, RoundingMode.HALF_EVEN));
  }

  public static Amount kept(BigDecimal exact) {
    return new Amount(exact.setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }

  public Amount plus(Amount other) {
    return new Amount(value.add(other.value));
  }

  public Amount minus(Amount other) {
    return new Amount(value.subtract(other.value));
  }

  public Amount times(long factor) {
    return new Amount(value.multiply(BigDecimal.valueOf(factor)));
  }

  public Amount min(Amount other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Amount negated() {
    return new Amount(value.negate());
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  public boolean isPositive() {
    return value.signum() > 0;
  }

  public boolean isNegative() {
    return value.signum() < 0;
  }

  /** This ÷ whole, to 15 significant digits. */
  public BigDecimal ratioTo(Amount whole) {
    return plain(value.divide(whole.value, RATIO));
  }

  private static BigDecimal plain(BigDecimal ratio) {
    BigDecimal stripped = ratio.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  @Override
  public int compareTo(Amount other) {
    return value.compareTo(other.value);
  }

  /** Without trailing zeros and never with an exponent: {@code 4333.33333333}, {@code 0}. */
  @Override
  public String toString() {
    return isZero() ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
