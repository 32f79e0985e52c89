package io.holdfast.scoring.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures and days as printed documents show them. */
final class Wording {

  static final String NOTHING = "–";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Wording() {}

  static String day(@Nullable LocalDate day) {
    return day == null ? NOTHING : DAY.format(day);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** No more than so many decimals, and no zeros at the end. */
  static String number(BigDecimal number, int decimals) {
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.setScale(Math.max(0, rounded.scale())).toPlainString().replace('-', '−');
  }

  static String percent(BigDecimal ratio) {
    return number(ratio.movePointRight(2), 0) + "%";
  }

  /** Against what it was before: +5, −3, as many. */
  static String against(long now, long before) {
    return now == before ? "as many" : (now > before ? "+" : "−") + count(Math.abs(now - before));
  }

  /** Keys and roles as words. */
  static String words(@Nullable String key) {
    return key == null || key.isBlank() ? NOTHING : key.replace('_', ' ');
  }

  static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
