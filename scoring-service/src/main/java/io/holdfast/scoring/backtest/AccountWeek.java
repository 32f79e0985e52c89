package io.holdfast.scoring.backtest;

/**
 * An account at the end of a week.
 *
 * @param week counted from the plan's first
 * @param leavesIn days until it leaves, if that is within the horizon; 0 when it does not
 * @param horizonOver whether all of the horizon has passed, so that who has not left stayed
 * @param then by what was known at the end of the week
 * @param now by what is known through the backtest's instant
 */
public record AccountWeek(int week, int leavesIn, boolean horizonOver, Scored then, Scored now) {

  /** This close to leaving, nobody could do much about it. */
  private static final int SOON = 14;

  private static final int WEEK = 7;

  public AccountWeek {
    if (week < 0 || leavesIn < 0) {
      throw new IllegalArgumentException("Weeks and days are counted from 0");
    }
  }

  boolean leaves() {
    return leavesIn > 0;
  }

  /** Whether it is known if the account leaves within the horizon. */
  boolean isDecided() {
    return leaves() || horizonOver;
  }

  boolean leavesSoon() {
    return leaves() && leavesIn <= SOON;
  }

  /** Whether this is the account's last week. */
  boolean isLast() {
    return leaves() && leavesIn <= WEEK;
  }
}
