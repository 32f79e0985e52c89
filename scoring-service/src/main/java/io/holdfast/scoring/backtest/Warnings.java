package io.holdfast.scoring.backtest;

import io.holdfast.scoring.backtest.Report.Warning;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who was warned of before leaving, how long before, and how often in vain. */
final class Warnings {

  private final SortedMap<Integer, Integer> leads = new TreeMap<>();
  private final BitSet weeksOver = new BitSet();
  private int departures;
  private int warned;
  private long alarms;
  private long falseAlarms;

  void add(AccountWeek week, Course course) {
    if (week.isLast()) {
      departures++;
      if (course.isWarned()) {
        warned++;
        leads.merge(course.warnedDays() + week.leavesIn(), 1, Integer::sum);
      }
    }
    if (week.horizonOver()) {
      weeksOver.set(week.week());
      alarms += course.raisesAlarm() ? 1 : 0;
      falseAlarms += course.raisesAlarm() && !week.leaves() ? 1 : 0;
    }
  }

  int weeksOver() {
    return weeksOver.cardinality();
  }

  Warning found() {
    return new Warning(
        departures,
        warned,
        Shares.of(warned, departures),
        median(),
        alarms,
        falseAlarms,
        Shares.of(falseAlarms, weeksOver()));
  }

  private @Nullable BigDecimal median() {
    if (warned == 0) {
      return null;
    }
    int lower = ranked((warned - 1) / 2);
    int upper = ranked(warned / 2);
    return BigDecimal.valueOf(5L * (lower + upper), 1);
  }

  private int ranked(int rank) {
    int passed = 0;
    for (var lead : leads.entrySet()) {
      passed += lead.getValue();
      if (passed > rank) {
        return lead.getKey();
      }
    }
    return leads.lastKey();
  }
}
