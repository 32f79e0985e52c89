package io.holdfast.ingestion.batch;

import com.ethlo.time.ITU;
import io.holdfast.ingestion.batch.ToldEvent.Member;
import io.holdfast.ingestion.batch.ToldValue.Form;
import io.holdfast.ingestion.entry.PlainText;
import java.math.BigDecimal;
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
public final class EventTime {
  private static final Duration TOLERATED = Duration.ofSeconds(60);
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final BigDecimal SECONDS_END = BigDecimal.TEN.pow(11);
  private static final BigDecimal MILLIS_END = BigDecimal.TEN.pow(15);
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private EventTime() {}

  /** Says what is wrong with a time. */
  public static final class NotATime extends Exception {
    NotATime(String field, String text) {
      super(
          field
              + " is '"
              + PlainText.of(text, 60)
              + "'; it must be a time like 2026-01-31T12:00:00Z, of the years 1970 to 9999");
    }
  }

  /**
   * @param arrived when it came, by the real clock that {@code sentAt} is told by
   * @param received the same by the business clock
   */
  static Instant of(ToldEvent event, @Nullable Instant sentAt, Instant arrived, Instant received)
      throws NotATime {
    Optional<Instant> told = read(event, Member.TIMESTAMP);
    if (told.isEmpty()) {
      told = read(event, Member.ORIGINAL_TIMESTAMP);
    }
    if (told.isEmpty()) {
      return received;
    }
    Duration skew = sentAt == null ? Duration.ZERO : Duration.between(sentAt, arrived);
    if (skew.abs().compareTo(TOLERATED) <= 0) {
      return told.get();
    }
    Instant corrected = told.get().plus(skew);
    if (!within(corrected)) {
      throw new NotATime("timestamp", corrected + ", corrected by sentAt");
    }
    return corrected;
  }

  /** A time that stands elsewhere in an event; empty when there is none. */
  public static Optional<Instant> read(JsonNode value, String field) throws NotATime {
    return read(ToldValue.of(value), field);
  }

  static Optional<Instant> read(ToldEvent event, Member member) throws NotATime {
    return read(event.get(member), member.field);
  }

  private static Optional<Instant> read(ToldValue told, String field) throws NotATime {
    String text = told.text().strip();
    if (told.form() == Form.NOTHING || told.form() == Form.TEXT && text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant instant = told.form() == Form.NUMBER ? ofEpoch(new BigDecimal(text)) : iso(text);
      if (within(instant)) {
        return Optional.of(instant);
      }
    } catch (DateTimeException | ArithmeticException _) {
      // said below
    }
    throw new NotATime(field, text);
  }

  /** Seconds, or milliseconds where these would lie behind the year 5000. */
  private static Instant ofEpoch(BigDecimal value) {
    BigDecimal millis = value.abs().compareTo(SECONDS_END) < 0 ? value.movePointRight(3) : value;
    if (millis.abs().compareTo(MILLIS_END) >= 0) {
      throw new ArithmeticException("behind every year");
    }
    return Instant.ofEpochMilli(millis.longValue());
  }

  /** Most senders write the way that RFC 3339 has; a library reads that many times faster. */
  private static Instant iso(String text) {
    if (!text.endsWith("Z")) {
      return withOffset(text);
    }
    try {
      return ITU.parseDateTime(text).toInstant();
    } catch (DateTimeException _) {
      return Instant.parse(text);
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
  private static boolean within(Instant instant) {
    return !instant.isBefore(EARLIEST) && instant.isBefore(END);
  }
}
