package io.holdfast.metrics.web;

import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.reporting.Basis;
import io.holdfast.tenancy.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads what a query asks for, or says what is wrong with it. */
final class Asked {

  private static final int USUAL_MONTHS = 12;

  private Asked() {}

  /** Without both ends, the twelve months that end with the current one. */
  static PeriodRange range(@Nullable String from, @Nullable String to, LocalDate today) {
    YearMonth current = YearMonth.from(today);
    YearMonth asked = from == null ? null : month("from", from);
    YearMonth usual = asked != null && asked.isAfter(current) ? asked : current;
    YearMonth last = to == null ? usual : month("to", to);
    YearMonth first = asked == null ? last.minusMonths(USUAL_MONTHS - 1L) : asked;
    if (last.isBefore(first)) {
      throw Problem.badRequest(
          "invalid_range", "'from' is " + first + " and 'to' is " + last + ", which is before it");
    }
    if (first.until(last, ChronoUnit.MONTHS) >= PeriodRange.LONGEST) {
      throw Problem.badRequest(
          "range_too_long", "A range has at most " + PeriodRange.LONGEST + " months.");
    }
    return new PeriodRange(first, last);
  }

  static YearMonth period(@Nullable String period, LocalDate today) {
    return period == null ? YearMonth.from(today) : month("period", period);
  }

  static Basis basis(@Nullable String basis) {
    return switch (basis) {
      case null -> Basis.REPORTED;
      case "reported" -> Basis.REPORTED;
      case "restated" -> Basis.RESTATED;
      default ->
          throw Problem.badRequest(
              "invalid_basis", "'basis' is '" + basis + "'; it must be reported or restated");
    };
  }

  /** In months. */
  static int window(@Nullable String window) {
    return switch (window) {
      case null -> 1;
      case "1m" -> 1;
      case "3m" -> 3;
      case "12m" -> 12;
      default ->
          throw Problem.badRequest(
              "invalid_window", "'window' is '" + window + "'; it must be 1m, 3m or 12m");
    };
  }

  static @Nullable Instant knownAt(@Nullable String knownAt) {
    try {
      return knownAt == null ? null : Instant.parse(knownAt);
    } catch (DateTimeParseException _) {
      throw Problem.badRequest(
          "invalid_instant",
          "'knownAt' is '" + knownAt + "'; it must be an instant such as 2025-03-31T00:00:00Z");
    }
  }

  static YearMonth month(String name, String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      if (month.getYear() >= 1900 && month.getYear() <= 2999) {
        return month;
      }
    } catch (DateTimeParseException _) {
      // said below, like a year out of range
    }
    throw Problem.badRequest(
        "invalid_period", "'" + name + "' is '" + text + "'; it must be a month such as 2025-01");
  }
}
