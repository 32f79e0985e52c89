package io.holdfast.scoring.backtest;

import io.holdfast.scoring.backtest.Report.SegmentFinding;

/** The accounts of one segment. */
final class SegmentTally {

  /** Of fewer departures nothing is said. */
  static final int FEWEST = 5;

  private final Separation separation = Separation.coarse();
  private int accounts;
  private long weeks;
  private int departures;

  void add(AccountWeeks account, int left, int[] weights) {
    accounts++;
    departures += left;
    weeks += account.weeks().size();
    account.weeks().forEach(week -> separation.add(week.then().score(), week, weights));
  }

  SegmentFinding found(String segment) {
    return new SegmentFinding(
        segment,
        accounts,
        weeks,
        departures,
        departures < FEWEST ? null : separation.auc().orElse(null));
  }
}
