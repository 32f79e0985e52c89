package io.holdfast.scoring.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares with four decimals. */
final class Shares {

  private static final int SCALE = 4;

  private Shares() {}

  /** Null of nothing. */
  static @Nullable BigDecimal of(long part, long whole) {
    return whole == 0 ? null : ofSome(part, whole);
  }

  static BigDecimal ofSome(long part, long whole) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), SCALE, RoundingMode.HALF_EVEN);
  }

  static BigDecimal rounded(double share) {
    return BigDecimal.valueOf(share).setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
