package io.holdfast.scoring.web;

import io.holdfast.tenancy.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as queries give them: with a time, or a day, which means its end or its beginning. */
@Component
final class Moments {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private final Clock clock;

  Moments(Clock clock) {
    this.clock = clock;
  }

  /** A past instant; what lies ahead of us is now, as nothing is known of it. */
  Optional<Instant> upTo(String name, @Nullable String text) {
    Instant now = clock.instant();
    return read(name, text, true).map(instant -> instant.isAfter(now) ? now : instant);
  }

  Optional<Instant> from(String name, @Nullable String text) {
    return read(name, text, false);
  }

  /** A day of the tenant's calendar. */
  static Optional<LocalDate> day(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
        throw outOfRange(name, text);
      }
      return Optional.of(day);
    } catch (DateTimeParseException _) {
      throw Problem.badRequest(
          "invalid_day", "'%s' is '%s'; it must be a day such as 2026-03-02".formatted(name, text));
    }
  }

  Instant now() {
    return clock.instant();
  }

  private static Optional<Instant> read(String name, @Nullable String text, boolean end) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      Instant instant =
          text.length() > 10 ? OffsetDateTime.parse(text).toInstant() : day(text, end);
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw outOfRange(name, text);
      }
      return Optional.of(instant);
    } catch (DateTimeParseException _) {
      throw Problem.badRequest(
          "invalid_time",
          "'%s' is '%s'; it must be a day such as 2026-03-02 or a time such as 2026-03-02T09:00:00Z"
              .formatted(name, text));
    }
  }

  private static RuntimeException outOfRange(String name, String text) {
    return Problem.badRequest(
        "invalid_time",
        "'%s' is '%s'; it must lie in the years 1900 to 9999".formatted(name, text));
  }

  private static Instant day(String text, boolean end) {
    LocalDate day = LocalDate.parse(text);
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return end ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1) : start;
  }
}
