package io.holdfast.metrics.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/** From this day on, one unit of {@code base} is worth {@code rate} units of {@code quote}. */
public record ExchangeRate(LocalDate date, CurrencyCode base, CurrencyCode quote, BigDecimal rate) {

  public ExchangeRate {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("an exchange rate is positive: " + rate);
    }
  }
}
