package io.holdfast.scoring.health;

import static io.holdfast.scoring.health.AccountFixture.judging;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.band.BandState;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JudgingTests {

  private static final Instant MIDNIGHT = TenantCalendar.UTC.startOf(AccountFixture.TODAY);

  @Test
  void theFirstBandIsACrossingFromNothing() {
    Judgement first = judge(Standing.NONE, HealthPolicyTests.thriving(), Cause.LOAD);

    assertThat(first.crossesBand()).isTrue();
    assertThat(first.isFirstBand()).isTrue();
    assertThat(first.state().band()).isEqualTo(Band.HEALTHY);
    assertThat(first.next()).contains(MIDNIGHT.plus(Duration.ofDays(1)));
  }

  @Test
  void tooLittleKnownIsNoCrossing() {
    Judgement first = judge(Standing.NONE, new AccountFixture().usedBy(5, -3, 0), Cause.LIVE);

    assertThat(first.crossesBand()).isFalse();
    assertThat(first.isRescored()).isFalse();
  }

  @Test
  void aBetterBandWaitsUntilTheWorseOneWasKept() {
    Standing atRisk = standing(-1, "45", new BandState(Band.AT_RISK, noon(-1), null, false));
    KnownPicture thriving = HealthPolicyTests.thriving().known();

    Judgement early = judging().judge(atRisk, thriving, Cause.LIVE, noon(0));
    Judgement later = judging().judge(early.standing(), thriving, Cause.CLOCK, noon(2));

    assertThat(early.state().band()).isEqualTo(Band.AT_RISK);
    assertThat(later.state().band()).isEqualTo(Band.HEALTHY);
  }

  @Test
  void lateHistoryTakesBackWhatOnlyItsAbsenceDecided() {
    Standing wronglyCritical =
        standing(-1, "20", new BandState(Band.CRITICAL, noon(-1), null, false));

    Judgement judgement = judge(wronglyCritical, HealthPolicyTests.thriving(), Cause.LATE);

    assertThat(judgement.state().band()).isEqualTo(Band.HEALTHY);
    assertThat(judgement.crossesBand()).isTrue();
  }

  @Test
  void atMidnightTheDayThatEndedIsJudgedAndNotTheEmptyNewOne() {
    AccountFixture mondaysOnly = new AccountFixture();
    for (int monday = -70; monday <= 0; monday += 7) {
      mondaysOnly.usedBy(20, monday - 7, monday - 7);
    }
    Standing healthy = standing(-1, "90", new BandState(Band.HEALTHY, noon(-50), null, false));

    Judgement judgement =
        judging()
            .judge(healthy, mondaysOnly.known(), Cause.CLOCK, MIDNIGHT.plus(Duration.ofSeconds(1)));

    assertThat(judgement.health().at()).isBefore(MIDNIGHT);
    assertThat(judgement.crossesBand()).isFalse();
  }

  @Test
  void aJudgementAfterSeveralDaysFollowsEveryDayBetween() {
    AccountFixture stopped = new AccountFixture().usedBy(40, -100, -9);
    Standing healthy = standing(-9, "98", new BandState(Band.HEALTHY, noon(-60), null, false));

    Judgement judgement = judging().judge(healthy, stopped.known(), Cause.CLOCK, noon(0));

    assertThat(judgement.state().band()).isEqualTo(Band.CRITICAL);
    assertThat(judgement.state().since()).isBefore(noon(-1));
  }

  @Test
  void aBandHeldSinceBeforeAnybodyLookedIsSaidToBeOlder() {
    Judgement always = judge(Standing.NONE, HealthPolicyTests.thriving(), Cause.LOAD);
    Judgement slid =
        judge(
            Standing.NONE,
            new AccountFixture().usedBy(40, -100, -9).contract(40, -600),
            Cause.LOAD);

    assertThat(always.state().orEarlier()).isTrue();
    assertThat(slid.state().orEarlier()).isFalse();
  }

  @Test
  void anAccountThatLeftMovesNoMore() {
    AccountFixture left =
        HealthPolicyTests.thriving().with("o", new Fact.Outcome(AccountFixture.date(-1), true));

    Judgement judgement = judge(Standing.NONE, left, Cause.LOAD);

    assertThat(judgement.crossesBand()).isFalse();
    assertThat(judgement.state().band()).isEqualTo(Band.HEALTHY);
    assertThat(judgement.next()).isEmpty();
  }

  @Test
  void aSeriesHasAScoreForEveryDay() {
    KnownPicture picture =
        new AccountFixture().usedBy(30, "report", -600, 0).contract(40, -600).known();

    assertThat(judging().series(picture, noon(-548), noon(0))).hasSize(549);
  }

  private static Judgement judge(Standing before, AccountFixture account, Cause cause) {
    return judging().judge(before, account.known(), cause, noon(0));
  }

  private static Standing standing(int day, String score, BandState state) {
    return new Standing(noon(day), new BigDecimal(score), state);
  }
}
