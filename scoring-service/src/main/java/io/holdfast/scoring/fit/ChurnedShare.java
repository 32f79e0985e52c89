package io.holdfast.scoring.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How many of so many accounts left early. */
public record ChurnedShare(int accounts, int churned) {

  /** Of fewer accounts no rate is told, and nothing is proposed. */
  public static final int LEAST = 20;

  private static final double Z = 1.959963984540054; // of 95%

  public ChurnedShare {
    if (churned < 0 || churned > accounts) {
      throw new IllegalArgumentException(churned + " of " + accounts + " cannot have left");
    }
  }

  /** Bounds of the 95% interval after Wilson (1927). */
  public record Rate(BigDecimal rate, BigDecimal low, BigDecimal high) {}

  public Optional<Rate> rate() {
    return accounts < LEAST ? Optional.empty() : Optional.of(wilson());
  }

  private Rate wilson() {
    double n = accounts;
    double p = churned / n;
    double middle = p + Z * Z / (2 * n);
    double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double whole = 1 + Z * Z / n;
    return new Rate(
        share(p),
        churned == 0 ? share(0) : share((middle - half) / whole),
        churned == accounts ? share(1) : share((middle + half) / whole));
  }

  private static BigDecimal share(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }

  ChurnedShare and(boolean left) {
    return new ChurnedShare(accounts + 1, churned + (left ? 1 : 0));
  }

  ChurnedShare without(ChurnedShare part) {
    return new ChurnedShare(accounts - part.accounts, churned - part.churned);
  }

  /** By intervals that do not overlap. */
  boolean surelyMoreThan(ChurnedShare other) {
    return rate()
        .flatMap(mine -> other.rate().map(theirs -> mine.low().compareTo(theirs.high()) > 0))
        .orElse(false);
  }
}
