package io.holdfast.metrics.contract;

import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import java.time.LocalDate;

/**
 * Days on which a subscription is worth the same positive amount a month.
 *
 * @param until first day it is not; {@link LocalDate#MAX} while open
 * @param lapses whether it ends because nobody decided on the renewal
 */
public record PaidSpan(
    SubscriptionId subscription,
    AccountId account,
    LocalDate from,
    LocalDate until,
    Amount monthly,
    CurrencyCode currency,
    boolean lapses) {

  public PaidSpan {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a span has at least one day");
    }
    if (!monthly.isPositive()) {
      throw new IllegalArgumentException("a paid span is worth something");
    }
  }
}
