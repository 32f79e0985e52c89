package io.holdfast.metrics.contract;

import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.policy.Fraction;
import io.holdfast.metrics.policy.Interval;
import io.holdfast.metrics.policy.MetricPolicy;
import java.math.BigDecimal;

/** What is charged per unit every {@code intervalCount} intervals. */
public record Price(
    BigDecimal amount,
    CurrencyCode currency,
    Interval interval,
    int intervalCount,
    BigDecimal quantity) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Price {
    if (amount.signum() < 0 || quantity.signum() < 0) {
      throw new IllegalArgumentException("a price and its quantity are not negative");
    }
    if (intervalCount < 1) {
      throw new IllegalArgumentException("a price is charged every one or more intervals");
    }
  }

  /** Everything is multiplied first and divided, and so rounded, once. */
  Amount monthly(MetricPolicy policy, BigDecimal discountPercent) {
    Fraction factor = policy.factor(interval);
    BigDecimal numerator =
        amount
            .multiply(quantity)
            .multiply(factor.numerator())
            .multiply(HUNDRED.subtract(discountPercent));
    BigDecimal denominator =
        factor.denominator().multiply(BigDecimal.valueOf(intervalCount)).multiply(HUNDRED);
    return Amount.kept(numerator, denominator);
  }
}
