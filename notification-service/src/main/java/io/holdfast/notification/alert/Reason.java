package io.holdfast.notification.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One measured cause of an alert.
 *
 * @param signal key of the signal, e.g. {@code weekly_active_users}
 * @param unit of value and baseline; {@code ratio} and {@code share} are fractions of one
 * @param baseline what is usual for this account, where the signal has one
 * @param sentence the cause in words, as scoring wrote it
 * @param about the one thing it concerns where there may be several, e.g. the id of an invoice
 */
public record Reason(
    String signal,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable BigDecimal baseline,
    String sentence,
    @Nullable String about) {

  private static final String MINUS = "−";

  public Reason {
    if (signal.isBlank() || sentence.isBlank()) {
      throw new IllegalArgumentException("A reason names its signal and says it in a sentence");
    }
  }

  /** A cause that concerns the account as a whole. */
  public Reason(
      String signal,
      @Nullable BigDecimal value,
      @Nullable String unit,
      @Nullable BigDecimal baseline,
      String sentence) {
    this(signal, value, unit, baseline, sentence, null);
  }

  boolean concerns(@Nullable String thing) {
    return thing != null && thing.equals(about);
  }

  /**
   * Change against the baseline as a fraction, e.g. −0.775; empty where there is nothing to compare
   * with.
   */
  public Optional<BigDecimal> change() {
    if (value == null || baseline == null || baseline.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(value.subtract(baseline).divide(baseline.abs(), 6, RoundingMode.HALF_UP));
  }

  /** The change in whole per cent, e.g. −78. */
  public Optional<Integer> changePercent() {
    return change().map(c -> c.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact());
  }

  /** The value when it is an amount of money. */
  public Optional<Money> money() {
    return Money.of(value, unit);
  }

  /** Whether the value fell below its baseline by at least this fraction. */
  public boolean droppedBy(BigDecimal fraction) {
    return change().filter(c -> c.negate().compareTo(fraction) >= 0).isPresent();
  }

  /** Whether the value is a fraction of something instead of a count. */
  public boolean isShare() {
    return unit != null && (unit.equals("ratio") || unit.equals("share"));
  }

  /**
   * The fact in the fewest words: "Weekly active users 9 against 40 (−78%)". Of a share the
   * sentence says more, because it counts.
   */
  public String headline() {
    if (value == null || baseline == null || isShare()) {
      return sentence;
    }
    return name() + " " + figure(value) + " against " + figure(baseline) + percent();
  }

  /** "Weekly active users". */
  public String name() {
    String words = signal.replace('_', ' ').strip();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private String percent() {
    return changePercent().filter(p -> p != 0).map(p -> " (" + signed(p) + ")").orElse("");
  }

  /** "−78%", "+5%". */
  public static String signed(int percent) {
    return (percent < 0 ? MINUS : "+") + Math.abs(percent) + "%";
  }

  private static String figure(BigDecimal number) {
    return plain(number.setScale(Math.min(number.scale(), 1), RoundingMode.HALF_UP));
  }

  private static String plain(BigDecimal number) {
    BigDecimal shown = number.stripTrailingZeros();
    return (shown.signum() < 0 ? MINUS : "") + shown.abs().toPlainString();
  }
}
