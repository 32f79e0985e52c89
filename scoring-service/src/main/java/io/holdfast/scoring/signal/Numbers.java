package io.holdfast.scoring.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

  private Numbers() {}

  /** Without trailing zeros and without an exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, 6, RoundingMode.HALF_EVEN);
  }

  /** The change of a ratio in whole percent, halves away from zero: −78%, +5%, 0%. */
  static String change(BigDecimal value, BigDecimal baseline) {
    BigDecimal percent =
        value
            .subtract(baseline)
            .multiply(BigDecimal.valueOf(100))
            .divide(baseline, 0, RoundingMode.HALF_UP);
    String sign = percent.signum() < 0 ? "−" : percent.signum() > 0 ? "+" : "";
    return sign + percent.abs().toPlainString() + "%";
  }

  static String percent(BigDecimal ratio) {
    return ratio.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  /** As people read it beside words: no more than two decimals. */
  static String rounded(BigDecimal number) {
    return plain(number.setScale(2, RoundingMode.HALF_UP)).toPlainString().replace("-", "−");
  }

  static String daysAgo(long days) {
    return days == 0 ? "today" : counted(days, "day", "days") + " ago";
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
