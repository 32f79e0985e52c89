package io.holdfast.metrics.books;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Months from first to last, both included. */
public record PeriodRange(YearMonth first, YearMonth last) {

  public static final int LONGEST = 120;

  public PeriodRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a range ends where it begins or later");
    }
    if (first.until(last, ChronoUnit.MONTHS) >= LONGEST) {
      throw new IllegalArgumentException("a range has at most " + LONGEST + " months");
    }
  }

  public LocalDate firstDay() {
    return first.atDay(1);
  }

  /** The last day, or the day as of which it is asked about when that comes first. */
  public LocalDate lastDay(LocalDate asOf) {
    LocalDate end = last.atEndOfMonth();
    return end.isAfter(asOf) ? asOf : end;
  }

  /** The months that have begun by that day. */
  public List<YearMonth> begunBy(LocalDate day) {
    YearMonth current = YearMonth.from(day);
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .filter(month -> !month.isAfter(current))
        .toList();
  }
}
