package io.holdfast.ingestion.tracking;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When an event happened: {@code timestamp}, else {@code originalTimestamp}, else when it was
 * received. A sender's clock that is off by more than a minute is corrected by the difference
 * between when it says it sent and when that came.
 */
final class EventTime {
  private static final Duration TOLERATED = Duration.ofSeconds(60);

  private EventTime() {}

  /** Says what is wrong with a time. */
  static final class NotATime extends Exception {
    NotATime(String field, String text) {
      super(field + " is not an ISO-8601 time: '" + text + "'");
    }
  }

  /**
   * @param arrived when it came, by the real clock that {@code sentAt} is told by
   * @param received the same by the business clock
   */
  static Instant of(JsonNode event, @Nullable Instant sentAt, Instant arrived, Instant received)
      throws NotATime {
    Optional<Instant> told = read(event, "timestamp");
    if (told.isEmpty()) {
      told = read(event, "originalTimestamp");
    }
    if (told.isEmpty()) {
      return received;
    }
    Duration skew = sentAt == null ? Duration.ZERO : Duration.between(sentAt, arrived);
    return skew.abs().compareTo(TOLERATED) > 0 ? told.get().plus(skew) : told.get();
  }

  static Optional<Instant> read(JsonNode node, String field) throws NotATime {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    String text = value.asString().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (value.isNumber()) {
        return Optional.of(Instant.ofEpochMilli(value.asLong()));
      }
      if (text.endsWith("Z")) {
        return Optional.of(bounded(Instant.parse(text)));
      }
      return Optional.of(bounded(withOffset(text)));
    } catch (DateTimeException | tools.jackson.core.JacksonException _) {
      throw new NotATime(field, text);
    }
  }

  private static Instant withOffset(String text) {
    String iso = text.replace(' ', 'T');
    boolean offset = iso.length() > 19 && (iso.indexOf('+', 19) > 0 || iso.indexOf('-', 19) > 0);
    return offset
        ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  /** Years that a database and people can deal with. */
  private static Instant bounded(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1970 || year > 9999) {
      throw new DateTimeException("year " + year);
    }
    return instant;
  }
}
