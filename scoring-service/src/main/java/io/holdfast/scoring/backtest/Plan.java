package io.holdfast.scoring.backtest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * What a backtest asks: at the end of each week, who leaves within the horizon.
 *
 * @param firstWeekEnd a Sunday of the tenant's calendar
 * @param capacity accounts that can be cared for in a week
 * @param seed of the resampling
 */
public record Plan(LocalDate firstWeekEnd, int weeks, int horizonDays, int capacity, long seed) {

  public static final int MOST_WEEKS = 261;
  public static final int SHORTEST_HORIZON = 7;
  public static final int LONGEST_HORIZON = 730;
  public static final int MOST_CAPACITY = 10_000;

  public Plan {
    if (firstWeekEnd.getDayOfWeek() != DayOfWeek.SUNDAY) {
      throw new IllegalArgumentException("Weeks end on Sundays, not on " + firstWeekEnd);
    }
    within("A backtest's weeks", weeks, 1, MOST_WEEKS);
    within("A horizon's days", horizonDays, SHORTEST_HORIZON, LONGEST_HORIZON);
    within("A week's capacity", capacity, 1, MOST_CAPACITY);
  }

  /** The whole weeks that end from one day to another; there must be one. */
  public static Plan between(
      LocalDate from, LocalDate to, int horizonDays, int capacity, long seed) {
    LocalDate first = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    LocalDate last = to.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    int weeks = Math.toIntExact(Math.floorDiv(ChronoUnit.DAYS.between(first, last), 7) + 1);
    return new Plan(first, weeks, horizonDays, capacity, seed);
  }

  /** The same question, resampled by another seed. */
  public Plan seeded(long other) {
    return new Plan(firstWeekEnd, weeks, horizonDays, capacity, other);
  }

  public LocalDate weekEnd(int week) {
    return firstWeekEnd.plusWeeks(week);
  }

  public LocalDate lastWeekEnd() {
    return weekEnd(weeks - 1);
  }

  private static void within(String what, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s are %d to %d, not %d".formatted(what, least, most, number));
    }
  }
}
