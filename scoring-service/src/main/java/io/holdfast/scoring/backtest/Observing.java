package io.holdfast.scoring.backtest;

import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.KnownPicture.Assumed;
import io.holdfast.scoring.picture.TenantCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores an account at the end of each week by what was known then, and finds out by all that is
 * known through an instant whether it left. Overrides are left out: the model is tried, not people.
 */
public record Observing(
    Plan plan, HealthPolicy policy, TenantCalendar calendar, Instant knownThrough) {

  public AccountWeeks of(String account, AccountPicture picture) {
    AccountPicture told = picture.receivedBy(knownThrough);
    KnownPicture now = told.knownAt(knownThrough, calendar);
    List<LocalDate> departures = now.departures(calendar.day(knownThrough));
    List<Integer> present = present(now);
    List<KnownPicture> thens = told.knownAtEach(present.stream().map(this::end).toList(), calendar);
    List<AccountWeek> weeks = new ArrayList<>();
    for (int i = 0; i < present.size(); i++) {
      if (thens.get(i).existsAt(end(present.get(i)))) {
        weeks.add(week(present.get(i), thens.get(i), now, departures));
      }
    }
    return new AccountWeeks(
        account, weeks, weeks.isEmpty() ? Assumed.NOTHING : now.assumed(end(plan.weeks() - 1)));
  }

  private List<Integer> present(KnownPicture now) {
    List<Integer> present = new ArrayList<>();
    for (int week = 0; week < plan.weeks() && !end(week).isAfter(knownThrough); week++) {
      if (now.existsAt(end(week)) && now.departedBy(plan.weekEnd(week)).isEmpty()) {
        present.add(week);
      }
    }
    return present;
  }

  private AccountWeek week(
      int week, KnownPicture then, KnownPicture now, List<LocalDate> departures) {
    LocalDate day = plan.weekEnd(week);
    LocalDate horizon = day.plusDays(plan.horizonDays());
    int leavesIn =
        departures.stream()
            .filter(left -> left.isAfter(day) && !left.isAfter(horizon))
            .findFirst()
            .map(left -> (int) ChronoUnit.DAYS.between(day, left))
            .orElse(0);
    return new AccountWeek(
        week,
        leavesIn,
        horizon.isBefore(calendar.day(knownThrough)),
        Scored.of(policy.scoresAt(end(week), then)),
        Scored.of(policy.scoresAt(end(week), now)));
  }

  private Instant end(int week) {
    return calendar.endOf(plan.weekEnd(week));
  }
}
