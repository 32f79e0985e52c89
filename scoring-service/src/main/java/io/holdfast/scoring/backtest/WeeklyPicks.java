package io.holdfast.scoring.backtest;

import io.holdfast.scoring.backtest.Report.Precision;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The accounts with the lowest scores of each week, as many as can be cared for. */
final class WeeklyPicks {

  private static final Comparator<Pick> HIGHEST_FIRST =
      Comparator.comparingInt(Pick::score).thenComparingLong(Pick::lot).reversed();

  private final int capacity;
  private final PriorityQueue<Pick>[] weeks;
  private long all;
  private long leaving;

  /**
   * @param lot by which the order among equal scores is drawn
   */
  private record Pick(int score, long lot, boolean leaves) {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  WeeklyPicks(Plan plan) {
    this.capacity = plan.capacity();
    this.weeks = new PriorityQueue[plan.weeks()];
    for (int i = 0; i < weeks.length; i++) {
      weeks[i] = new PriorityQueue<>(HIGHEST_FIRST);
    }
  }

  /** Only weeks whose horizon is over count: of later ones only those who left are known. */
  void add(AccountWeek week, long lot) {
    int score = week.then().score();
    if (score == Scored.NONE || !week.horizonOver()) {
      return;
    }
    all++;
    leaving += week.leaves() ? 1 : 0;
    PriorityQueue<Pick> picks = weeks[week.week()];
    picks.add(new Pick(score, lot, week.leaves()));
    if (picks.size() > capacity) {
      picks.remove();
    }
  }

  Precision found() {
    long picked = 0;
    long hits = 0;
    for (PriorityQueue<Pick> picks : weeks) {
      picked += picks.size();
      hits += picks.stream().filter(Pick::leaves).count();
    }
    return new Precision(
        capacity,
        picked,
        hits,
        Shares.of(hits, picked),
        Shares.of(leaving, all),
        leaving == 0 ? null : Shares.rounded((double) hits * all / ((double) picked * leaving)));
  }
}
