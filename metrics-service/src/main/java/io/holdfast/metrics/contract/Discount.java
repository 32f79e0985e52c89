package io.holdfast.metrics.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reduction of a phase from its first day.
 *
 * @param percent 0–100
 * @param months how long it runs; null is for ever
 */
public record Discount(BigDecimal percent, @Nullable Integer months) {

  public static final Discount NONE = new Discount(BigDecimal.ZERO, null);

  public Discount {
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("a discount is 0 to 100 percent: " + percent);
    }
    if (months != null && months < 0) {
      throw new IllegalArgumentException("a discount runs for 0 or more months");
    }
  }

  /** First day without it. */
  LocalDate endsOn(LocalDate startsOn) {
    return months == null ? LocalDate.MAX : startsOn.plusMonths(months);
  }
}
