package io.holdfast.scoring.band;

import java.math.BigDecimal;

/**
 * When many accounts of a tenant fall silent together, that is news of their feed or of a holiday
 * and not of each account.
 *
 * @param share of the accounts expected on a day that have to be silent
 * @param accounts that have to be expected, so that a few do not speak for all
 * @param days after a silent one on which it still weighs on the signals of a week
 * @param longest days for which worse bands are held at most
 */
public record FleetGuard(BigDecimal share, int accounts, int days, int longest) {

  /** Of models that say nothing of it. */
  public static final FleetGuard USUAL = new FleetGuard(new BigDecimal("0.5"), 10, 7, 14);

  public FleetGuard {
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("A fleet guard needs a share above 0, to 1, not " + share);
    }
    if (accounts < 1 || days < 1 || longest < days) {
      throw new IllegalArgumentException(
          "A fleet guard needs an account, a day, and at least its days at the longest");
    }
  }

  /** Whether so many silent ones of those expected are the fleet's silence. */
  public boolean isGap(int expected, int silent) {
    return expected >= accounts
        && BigDecimal.valueOf(silent).compareTo(share.multiply(BigDecimal.valueOf(expected))) >= 0;
  }
}
