package io.holdfast.scoring.backtest;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.band.BandPolicy;
import io.holdfast.scoring.band.BandState;
import java.math.BigDecimal;
import java.time.ZoneOffset;

/** An account's way through the bands, week by week; who comes back after leaving begins anew. */
final class Course {

  private static final int NEVER = -1;

  private final Plan plan;
  private final BandPolicy bands;
  private BandState state = BandState.BEGINNING;
  private int lastWeek = -2;
  private int warnedSince = NEVER;
  private boolean raised;

  Course(Plan plan, BandPolicy bands) {
    this.plan = plan;
    this.bands = bands;
  }

  void reach(AccountWeek week) {
    boolean first = week.week() != lastWeek + 1;
    if (first) {
      state = BandState.BEGINNING;
      warnedSince = NEVER;
    }
    int score = week.then().score();
    state =
        bands.after(
            state,
            plan.weekEnd(week.week()).atStartOfDay(ZoneOffset.UTC).toInstant(),
            score == Scored.NONE ? null : BigDecimal.valueOf(score, 2));
    boolean warned = state.band() == Band.AT_RISK || state.band() == Band.CRITICAL;
    raised = warned && warnedSince == NEVER && !first;
    warnedSince = !warned ? NEVER : warnedSince == NEVER ? week.week() : warnedSince;
    lastWeek = week.week();
  }

  Band band() {
    return state.band();
  }

  /** Whether a band that warns was entered this week; how the account was found is no alarm. */
  boolean raisesAlarm() {
    return raised;
  }

  boolean isWarned() {
    return warnedSince != NEVER;
  }

  /** Days since a band that warns was entered and not left any more. */
  int warnedDays() {
    return 7 * (lastWeek - warnedSince);
  }
}
