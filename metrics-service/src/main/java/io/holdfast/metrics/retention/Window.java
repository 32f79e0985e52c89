package io.holdfast.metrics.retention;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The time over which a cohort is watched.
 *
 * @param opens the day before the window, at whose end the cohort is closed
 * @param closes the day at whose end it is looked at again
 */
record Window(LocalDate opens, LocalDate closes) {

  /** The months that end with this one; a month not over yet is looked at as of that day. */
  static Window endingWith(YearMonth last, WindowLength length, LocalDate asOf) {
    LocalDate opens = last.minusMonths(length.months() - 1L).atDay(1).minusDays(1);
    LocalDate end = last.atEndOfMonth();
    return new Window(opens, end.isAfter(asOf) ? asOf : end);
  }
}
