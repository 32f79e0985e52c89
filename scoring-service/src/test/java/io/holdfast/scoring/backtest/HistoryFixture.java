package io.holdfast.scoring.backtest;

import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.picture.KnownPicture.Assumed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Weeks of accounts as a backtest observes them, made up. */
public final class HistoryFixture {

  public static final ScoringModel MODEL = AccountFixture.ENTERPRISE;
  public static final int HORIZON = 90;
  public static final int WEEKS = 60;

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 5);
  private static final int SIGNALS = 7;
  private static final int NEVER = 10_000;

  private HistoryFixture() {}

  public static Plan plan(int capacity) {
    return new Plan(FIRST, WEEKS, HORIZON, capacity, 42);
  }

  /** An account that stays, with the score of each week. */
  public static AccountWeeks stays(String account, IntUnaryOperator score) {
    return leavesAfter(account, NEVER, score);
  }

  /** An account that leaves so many days after the plan's first week ended. */
  public static AccountWeeks leavesAfter(String account, int day, IntUnaryOperator score) {
    return observed(account, day, week -> scored(score.applyAsInt(week)));
  }

  /** What all was scored, by week. */
  public interface Scoring {
    Scored of(int week);
  }

  public static AccountWeeks observed(String account, int day, Scoring scoring) {
    return observed(account, day, scoring, scoring);
  }

  public static AccountWeeks observed(String account, int day, Scoring then, Scoring now) {
    List<AccountWeek> weeks = new ArrayList<>();
    for (int week = 0; week < WEEKS && 7 * week < day; week++) {
      int in = day - 7 * week;
      weeks.add(
          new AccountWeek(
              week,
              in <= HORIZON ? in : 0,
              7 * week + HORIZON < 7 * WEEKS,
              then.of(week),
              now.of(week)));
    }
    return new AccountWeeks(account, weeks, new Assumed(1, 4));
  }

  /** The same score for everything. */
  public static Scored scored(int score) {
    return new Scored(
        score,
        Collections.nCopies(MODEL.axes().size(), score),
        Collections.nCopies(SIGNALS, score));
  }

  /** Another score for one signal. */
  public static Scored withSignal(Scored scored, int place, int score) {
    List<Integer> signals = new ArrayList<>(scored.signals());
    signals.set(place, score);
    return new Scored(scored.score(), scored.axes(), signals);
  }

  public static Report report(int capacity, Iterable<AccountWeeks> accounts) {
    Tally tally = new Tally(plan(capacity), MODEL);
    accounts.forEach(account -> tally.add(account, null));
    return tally.report();
  }
}
