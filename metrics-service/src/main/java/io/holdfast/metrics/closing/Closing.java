package io.holdfast.metrics.closing;

import io.holdfast.metrics.money.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * That a month, and with it every month before, was closed.
 *
 * @param currency it was reported in; in another one it is open
 */
public record Closing(YearMonth period, CurrencyCode currency, Instant closedAt, String closedBy) {

  /** The last day that is closed. */
  public LocalDate until() {
    return period.atEndOfMonth();
  }

  public LocalDate firstOpenDay() {
    return until().plusDays(1);
  }
}
