package io.holdfast.scoring.backtest;

import static io.holdfast.scoring.health.AccountFixture.date;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Day 0 is Monday, 2026-03-02; what is known counts through its noon. */
class ObservingTests {

  private static final HealthPolicy POLICY =
      new HealthPolicy(AccountFixture.ENTERPRISE, AccountFixture.REPORTS);

  /** 40 weeks, the last of which ended yesterday. */
  private static final Plan PLAN = Plan.between(date(-280), date(0), 90, 5, 1);

  private static final LocalDate FIRST = PLAN.firstWeekEnd();

  @Test
  void anAccountIsLookedAtFromItsFirstWeekEndOn() {
    List<AccountWeek> weeks = weeks(new AccountFixture().usedBy(9, -100, 0));

    assertThat(day(weeks.getFirst())).isEqualTo(date(-99));
    assertThat(day(weeks.getLast())).isEqualTo(date(-1));
  }

  @Test
  void anAccountThatIsGoneIsLookedAtNoMore() {
    List<AccountWeek> weeks =
        weeks(new AccountFixture().usedBy(9, -200, -60).with("o", churn(-50)));

    assertThat(day(weeks.getLast())).isBefore(date(-50));
    assertThat(weeks.getLast().leavesIn()).isBetween(1, 7);
    assertThat(weeks).allMatch(week -> week.leavesIn() == leavesIn(week, -50));
  }

  @Test
  void anAccountThatComesBackIsLookedAtAgain() {
    List<AccountWeek> weeks =
        weeks(
            new AccountFixture()
                .with("one", phase(-250, -150))
                .with("o", churn(-150))
                .with("two", phase(-100, null)));

    assertThat(weeks).anyMatch(week -> day(week).isBefore(date(-150)) && week.leaves());
    assertThat(weeks)
        .noneMatch(week -> !day(week).isBefore(date(-150)) && day(week).isBefore(date(-100)));
    assertThat(weeks.getLast().leaves()).isFalse();
  }

  @Test
  void contractsThatEndedAreADeparture() {
    assertThat(weeks(new AccountFixture().with("one", phase(-250, -20))))
        .anyMatch(AccountWeek::isLast)
        .noneMatch(week -> day(week).isAfter(date(-20)));
  }

  @Test
  void aWeekIsDecidedWhenItsHorizonIsOverOrTheAccountLeft() {
    assertThat(weeks(new AccountFixture().usedBy(9, -250, 0)))
        .allMatch(week -> week.isDecided() == day(week).plusDays(90).isBefore(date(0)));
    assertThat(weeks(new AccountFixture().usedBy(9, -250, -3).with("o", churn(-2))))
        .allMatch(AccountWeek::isDecided);
  }

  /** Overdue for weeks, entered only now; nobody could have known. */
  @Test
  void aWeekIsScoredByWhatWasKnownThen() {
    AccountFixture account =
        new AccountFixture()
            .usedBy(9, -250, 0)
            .with(
                "in-1",
                new Fact.Invoice(date(-120), date(-100), null, null),
                Knowledge.at(noon(-10)));
    AccountWeek week = weeks(account).get(30);

    assertThat(day(week)).isBefore(date(-10));
    assertThat(week.then().score()).isGreaterThan(week.now().score());
    assertThat(weeks(account).getLast().then()).isEqualTo(weeks(account).getLast().now());
  }

  @Test
  void whatBecameKnownAfterwardsChangesNothing() {
    AccountFixture account = new AccountFixture().usedBy(9, -250, -1).contract(10, -250);
    List<AccountWeek> before = weeks(account);
    account
        .with("o", churn(-50), Knowledge.at(noon(3)))
        .with("t", new Fact.Ticket(noon(-9), null, "urgent"), Knowledge.asItHappened(noon(5)));

    assertThat(weeks(account)).isEqualTo(before);
  }

  @Test
  void overridesAreLeftOut() {
    AccountFixture account = new AccountFixture().usedBy(9, -250, 0);
    List<AccountWeek> before = weeks(account);
    account.with(
        "o",
        new Fact.ScoreOverride(noon(-90), noon(0), BigDecimal.TEN, "Sponsor left", "ada"),
        Knowledge.at(noon(-90)));

    assertThat(weeks(account)).isEqualTo(before);
  }

  @Test
  void anAccountNobodyKnowsHasNoWeeks() {
    assertThat(observed(AccountPicture.EMPTY).weeks()).isEmpty();
  }

  /** Whatever came late, and under whatever names. */
  @Test
  void picturesOfSeveralInstantsAreThoseOfEachAlone() {
    qt().withExamples(300)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              AccountPicture picture = arbitrary(new Random(seed));
              List<Instant> ends = ends();
              List<KnownPicture> together = picture.knownAtEach(ends, TenantCalendar.UTC);
              for (int i = 0; i < ends.size(); i++) {
                Instant end = ends.get(i);
                KnownPicture alone = picture.knownAt(end, TenantCalendar.UTC);
                assertThat(together.get(i).existsAt(end)).isEqualTo(alone.existsAt(end));
                assertThat(POLICY.scoresAt(end, together.get(i)))
                    .isEqualTo(POLICY.scoresAt(end, alone));
              }
            });
  }

  private static AccountPicture arbitrary(Random random) {
    List<Use> uses = new ArrayList<>();
    int late = random.nextInt(4);
    for (int i = random.nextInt(900); i > 0; i--) {
      Instant at = noon(-random.nextInt(290)).plus(Duration.ofMinutes(random.nextInt(1440)));
      Duration later =
          random.nextInt(8) < late
              ? Duration.ofHours(random.nextInt(24 * 60))
              : Duration.ofSeconds(random.nextInt(100));
      String event = random.nextBoolean() ? "login" : "report";
      uses.add(new Use(at, at.plus(later), false, "person-" + random.nextInt(12), event, 1));
    }
    for (Instant end : ends()) {
      Instant night = end.plusNanos(random.nextInt(1_000_000));
      uses.add(new Use(night, night, false, "night " + end, "login", 1));
    }
    List<SamePerson> people = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Instant said = noon(-random.nextInt(290));
      people.add(
          new SamePerson(
              "person-" + random.nextInt(12), "person-" + random.nextInt(12), said, said));
    }
    List<Recorded> facts = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int day = -random.nextInt(280);
      facts.add(
          new Recorded(
              "f-" + i,
              random.nextBoolean()
                  ? new Fact.Ticket(noon(day), null, "urgent")
                  : new Fact.Invoice(date(day), date(day + 9), date(day + 30), null),
              random.nextBoolean()
                  ? Knowledge.asItHappened(noon(0))
                  : Knowledge.at(noon(day + random.nextInt(40)))));
    }
    return new AccountPicture(uses, facts, people);
  }

  private static List<Instant> ends() {
    List<Instant> ends = new ArrayList<>();
    for (int week = 0; week < PLAN.weeks(); week++) {
      ends.add(TenantCalendar.UTC.endOf(PLAN.weekEnd(week)));
    }
    return ends;
  }

  private static int leavesIn(AccountWeek week, int left) {
    long days = date(left).toEpochDay() - day(week).toEpochDay();
    return days <= 90 ? (int) days : 0;
  }

  private static Fact churn(int day) {
    return new Fact.Outcome(date(day), true);
  }

  private static Fact phase(int from, @Nullable Integer to) {
    return new Fact.Phase("sub-" + from, date(from), to == null ? null : date(to), 10, true, false);
  }

  private static LocalDate day(AccountWeek week) {
    return PLAN.weekEnd(week.week());
  }

  private static List<AccountWeek> weeks(AccountFixture account) {
    return observed(account.picture()).weeks();
  }

  private static AccountWeeks observed(AccountPicture picture) {
    return new Observing(PLAN, POLICY, TenantCalendar.UTC, noon(0)).of("acme", picture);
  }
}
