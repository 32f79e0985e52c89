package io.holdfast.scoring.rescoring;

import static io.holdfast.scoring.rescoring.InMemoryScoring.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.health.Cause;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fleet guard, with twelve accounts in steady use. */
class WatchFleetTests {

  private static final String[] FLEET =
      IntStream.range(0, 12).mapToObj("acct-%02d"::formatted).toArray(String[]::new);

  private final InMemoryScoring scoring = new InMemoryScoring();
  private int day;

  @BeforeEach
  void steadyUse() {
    for (String account : FLEET) {
      scoring.usedUntil(account, 0, 20);
    }
    scoring.fireDaily(FLEET);
    scoring.announced.clear();
  }

  @Test
  void aFleetWideGapRaisesOneNoticeAndNoAlarm() {
    for (int day = 1; day <= 9; day++) {
      nextDay();
    }

    assertThat(scoring.notices)
        .containsExactly(
            "noticed: 12 of the 12 accounts that use the product on such a day did not on"
                + " 2026-03-03");
    assertThat(crossings()).isZero();
    assertThat(scoring.announced).anyMatch(verdict -> verdict.judgement().isRescored());
    assertThat(scoring.standing(FLEET[0]).state().worseSince()).isNotNull();
  }

  @Test
  void aGapThatGoesOnIsNoSecretForEver() {
    for (int day = 1; day <= 22; day++) {
      nextDay();
    }

    assertThat(scoring.notices).hasSize(2).last().isEqualTo("ended: OVER");
    assertThat(crossings()).isEqualTo(FLEET.length);
    assertThat(scoring.standing(FLEET[0]).state().band()).isNotEqualTo(Band.HEALTHY);
  }

  @Test
  void whoIsAsBeforeAfterTheGapNeverAlarmsAndWhoIsNotAlarmsThen() {
    for (int day = 1; day <= 5; day++) {
      nextDay();
    }
    for (int day = 6; day <= 16; day++) {
      for (int account = 1; account < FLEET.length; account++) {
        scoring.usedOn(FLEET[account], day, 20);
      }
      nextDay();
    }

    assertThat(scoring.notices).hasSize(2).last().isEqualTo("ended: OVER");
    assertThat(crossings()).isOne();
    assertThat(scoring.standing(FLEET[0]).state().band()).isNotEqualTo(Band.HEALTHY);
    assertThat(scoring.standing(FLEET[1]).state().band()).isEqualTo(Band.HEALTHY);
  }

  @Test
  void useThatComesAfterAllEndsTheGap() {
    nextDay();
    nextDay();
    for (String account : FLEET) {
      scoring.usedOn(account, 1, 20);
      scoring.usedOn(account, 2, 20);
    }

    nextDay(1, FLEET.length);

    assertThat(scoring.notices).hasSize(2).last().isEqualTo("ended: FILLED");
  }

  @Test
  void aSingleAccountThatFallsSilentIsAlarmedAsEver() {
    for (int day = 1; day <= 9; day++) {
      nextDay(1, FLEET.length);
    }

    assertThat(scoring.notices).isEmpty();
    assertThat(crossings()).isPositive();
    assertThat(scoring.standing(FLEET[0]).state().band()).isNotEqualTo(Band.HEALTHY);
  }

  @Test
  void severalDaysMissedAreOneGap() {
    scoring.pass(Duration.ofDays(6));
    scoring.fireDaily(FLEET);

    assertThat(scoring.notices).hasSize(1);
    assertThat(crossings()).isZero();
  }

  @Test
  void historyThatIsStillLoadingIsNoGap() {
    scoring.deferrals.defer(InMemoryScoring.DEMO, Map.of("other", Cause.LOAD), NOON).blockLast();

    nextDay();
    nextDay();

    assertThat(scoring.notices).isEmpty();
  }

  private void nextDay() {
    nextDay(0, 0);
  }

  /** A day on which some use the product, judged at noon of the next. */
  private void nextDay(int from, int to) {
    day++;
    for (int account = from; account < to; account++) {
      scoring.usedOn(FLEET[account], day, 20);
    }
    scoring.pass(Duration.ofDays(1));
    scoring.fireDaily(FLEET);
  }

  private long crossings() {
    return scoring.announced.stream().filter(one -> one.judgement().crossesBand()).count();
  }
}
