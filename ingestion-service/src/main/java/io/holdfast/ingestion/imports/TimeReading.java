package io.holdfast.ingestion.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dates and instants as files write them: ISO, with {@code T} or a blank, with or without offset
 * (UTC then), or the import's own format. A date where an instant is asked for is the beginning of
 * that day.
 */
final class TimeReading {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2200;
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private final @Nullable DateTimeFormatter own;

  private TimeReading(@Nullable DateTimeFormatter own) {
    this.own = own;
  }

  static TimeReading iso() {
    return new TimeReading(null);
  }

  /**
   * @throws IllegalArgumentException when the pattern is not one of java.time
   */
  static TimeReading of(String pattern) {
    return new TimeReading(
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern.replace("yyyy", "uuuu"))
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.SMART));
  }

  LocalDate date(String cell) throws CellFault {
    return bounded(cell, anyDate(cell));
  }

  /** The day on which something ends; empty for 9999-12-31, as databases write no end. */
  Optional<LocalDate> end(String cell) throws CellFault {
    LocalDate date = anyDate(cell);
    return date.equals(NEVER) ? Optional.empty() : Optional.of(bounded(cell, date));
  }

  Instant instant(String cell) throws CellFault {
    Instant instant;
    try {
      instant = own == null ? isoInstant(cell) : ownInstant(own, cell);
    } catch (DateTimeException _) {
      throw new CellFault(
          "invalid_time",
          "is '" + CellType.shown(cell) + "'; it must be like 2025-01-31T12:00:00Z");
    }
    bounded(cell, instant.atOffset(ZoneOffset.UTC).toLocalDate());
    return instant;
  }

  private LocalDate anyDate(String cell) throws CellFault {
    try {
      return own == null ? isoDate(cell) : ownDate(own, cell);
    } catch (DateTimeException _) {
      throw new CellFault(
          "invalid_date", "is '" + CellType.shown(cell) + "'; it must be a date like 2025-01-31");
    }
  }

  private static LocalDate bounded(String cell, LocalDate date) throws CellFault {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new CellFault(
          "out_of_range",
          "is '%s'; it must be of the years %d to %d"
              .formatted(CellType.shown(cell), FIRST_YEAR, LAST_YEAR));
    }
    return date;
  }

  private static LocalDate ownDate(DateTimeFormatter format, String cell) {
    try {
      LocalDate date = format.parse(cell).query(TemporalQueries.localDate());
      return date == null ? isoDate(cell) : date;
    } catch (DateTimeException _) {
      return isoDate(cell);
    }
  }

  private static Instant ownInstant(DateTimeFormatter format, String cell) {
    try {
      TemporalAccessor parsed =
          format.parseBest(
              cell,
              OffsetDateTime::from,
              java.time.ZonedDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      return switch (parsed) {
        case OffsetDateTime offset -> offset.toInstant();
        case java.time.ZonedDateTime zoned -> zoned.toInstant();
        case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
        default -> LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
      };
    } catch (DateTimeException _) {
      return isoInstant(cell);
    }
  }

  private static LocalDate isoDate(String cell) {
    if (cell.length() == 10) {
      return LocalDate.parse(cell);
    }
    return isoInstant(cell).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Instant isoInstant(String cell) {
    if (cell.length() == 10) {
      return LocalDate.parse(cell).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    String iso = cell.indexOf(' ') == 10 ? cell.substring(0, 10) + 'T' + cell.substring(11) : cell;
    if (iso.endsWith(" UTC")) {
      iso = iso.substring(0, iso.length() - 4) + 'Z';
    }
    if (iso.endsWith("Z")) {
      return Instant.parse(iso.replace(" ", ""));
    }
    int sign = Math.max(iso.indexOf('+', 16), iso.indexOf('-', 16));
    if (sign < 0) {
      return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
    String offset = iso.substring(sign);
    String whole =
        offset.length() == 3
            ? offset + ":00"
            : offset.length() == 5 ? offset.substring(0, 3) + ':' + offset.substring(3) : offset;
    return OffsetDateTime.parse(iso.substring(0, sign).strip() + whole).toInstant();
  }
}
