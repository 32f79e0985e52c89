package io.holdfast.metrics.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** That a month, and with it every month before, was closed. */
public record Closing(YearMonth period, Instant closedAt, String closedBy) {

  /** The last day that is closed. */
  public LocalDate until() {
    return period.atEndOfMonth();
  }

  public LocalDate firstOpenDay() {
    return until().plusDays(1);
  }
}
