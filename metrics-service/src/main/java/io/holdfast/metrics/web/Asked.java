package io.holdfast.metrics.web;

import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.reporting.Basis;
import io.holdfast.metrics.retention.WindowLength;
import io.holdfast.tenancy.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a query asks for, or says what is wrong with it. */
record Asked(Map<String, String> query) {

  private static final int USUAL_MONTHS = 12;

  /** Without both ends, the twelve months that end with the current one. */
  PeriodRange months(LocalDate today) {
    YearMonth current = YearMonth.from(today);
    YearMonth from = optionalMonth("from");
    YearMonth to = optionalMonth("to");
    YearMonth usual = from != null && from.isAfter(current) ? from : current;
    YearMonth last = to == null ? usual : to;
    YearMonth first = from == null ? last.minusMonths(USUAL_MONTHS - 1L) : from;
    if (last.isBefore(first)) {
      throw Problem.badRequest(
          "invalid_range",
          "'from' is " + first + ", which is after 'to', " + last + "; a range runs forward");
    }
    long months = first.until(last, ChronoUnit.MONTHS) + 1;
    if (months > PeriodRange.LONGEST) {
      throw Problem.badRequest(
          "range_too_long",
          "'from' "
              + first
              + " 'to' "
              + last
              + " are "
              + months
              + " months; ask for at most "
              + PeriodRange.LONGEST
              + " at once");
    }
    return new PeriodRange(first, last);
  }

  YearMonth period(LocalDate today) {
    YearMonth period = optionalMonth("period");
    return period == null ? YearMonth.from(today) : period;
  }

  Basis basis() {
    String basis = query.get("basis");
    return switch (basis) {
      case null -> Basis.REPORTED;
      case "reported" -> Basis.REPORTED;
      case "restated" -> Basis.RESTATED;
      default ->
          throw Problem.badRequest(
              "invalid_basis", "'basis' is '" + basis + "'; it must be reported or restated");
    };
  }

  WindowLength window() {
    String window = query.get("window");
    return window == null
        ? WindowLength.MONTH
        : WindowLength.named(window)
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "invalid_window",
                        "'window' is '" + window + "'; it must be 1m, 3m or 12m"));
  }

  @Nullable Instant knownAt() {
    String knownAt = query.get("knownAt");
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
        "invalid_period",
        "'" + name + "' is '" + text + "'; it must be a month from 1900 on such as 2025-01");
  }

  /** The account of a path; what cannot be an id is no account's. */
  static AccountId account(String id) {
    if (id.isBlank()) {
      throw unknownAccount(id);
    }
    return new AccountId(id);
  }

  static Problem unknownAccount(String id) {
    return Problem.notFound("unknown_account", "There is no account '" + id + "'.");
  }

  private @Nullable YearMonth optionalMonth(String name) {
    String text = query.get(name);
    return text == null ? null : month(name, text);
  }
}
