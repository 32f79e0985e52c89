package io.holdfast.scoring.backtest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The probability that of two weeks, one before leaving and one not, the first has the lower score;
 * equal scores count half. 0.5 tells nothing, 1 tells all.
 *
 * @param low lower end of the 95% interval; null when it was not resampled, or could not be
 * @param high upper end
 */
public record Auc(BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {

  boolean isSurelyAtLeast(String bound) {
    return low != null && low.compareTo(new BigDecimal(bound)) >= 0;
  }

  boolean isSurelyAbove(String bound) {
    return low != null && low.compareTo(new BigDecimal(bound)) > 0;
  }

  boolean isSurelyBelow(String bound) {
    return high != null && high.compareTo(new BigDecimal(bound)) < 0;
  }

  boolean isAtLeast(String bound) {
    return value.compareTo(new BigDecimal(bound)) >= 0;
  }

  /** How far it is from telling nothing; what may as well be chance tells nothing. */
  BigDecimal strength() {
    BigDecimal nothing = new BigDecimal("0.5");
    return low != null && low.compareTo(nothing) > 0 ? value.subtract(nothing) : BigDecimal.ZERO;
  }
}
