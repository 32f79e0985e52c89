package io.holdfast.scoring.rescoring;

import static io.holdfast.scoring.rescoring.InMemoryScoring.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.picture.SamePerson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HearNewsTests {

  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final News LIVE = new News("acme", NOON, NOON, null);
  private static final News LATE = new News("acme", NOON.minus(Duration.ofDays(9)), NOON, null);
  private static final News LOADED = new News("acme", NOON, NOON, "load-1");

  private final InMemoryScoring scoring = new InMemoryScoring();

  @BeforeEach
  void known() {
    scoring.usedUntil("acme", 0, 40);
  }

  @Test
  void whatJustHappenedIsJudgedAtOnce() {
    scoring.hear(LIVE);

    assertThat(scoring.announced).hasSize(1);
    assertThat(scoring.announced.getFirst().judgement().cause()).isEqualTo(Cause.LIVE);
    assertThat(scoring.standing("acme").state().band()).isEqualTo(Band.HEALTHY);
    assertThat(scoring.timers.set)
        .containsEntry("daily acme", Instant.parse("2026-03-03T00:00:00Z"));
  }

  @Test
  void historyIsJudgedOnceItIsQuiet() {
    scoring.hear(LATE);
    scoring.pass(A_SECOND);
    scoring.hear(LATE, LIVE);
    assertThat(scoring.announced).isEmpty();

    scoring.pass(Duration.ofSeconds(4));
    scoring.fireRescore("acme");

    assertThat(scoring.announced).hasSize(1);
    assertThat(scoring.announced.getFirst().judgement().cause()).isEqualTo(Cause.LATE);
    assertThat(scoring.deferrals.waiting(InMemoryScoring.DEMO, Set.of("acme")).block()).isEmpty();
  }

  @Test
  void anEarlyLookWaitsOn() {
    scoring.hear(LATE);
    scoring.pass(A_SECOND);

    scoring.fireRescore("acme");

    assertThat(scoring.announced).isEmpty();
    assertThat(scoring.timers.set).containsEntry("rescore acme", NOON.plusSeconds(4));
  }

  @Test
  void historyThatNeverStopsIsJudgedAfterAMinute() {
    for (int second = 0; second <= 60; second++) {
      scoring.hear(LATE);
      scoring.pass(A_SECOND);
    }

    scoring.fireRescore("acme");

    assertThat(scoring.announced).hasSize(1);
  }

  @Test
  void aLoadUnderWayKeepsItsAccountsWaiting() {
    scoring.hear(LOADED);
    for (int second = 0; second < 90; second++) {
      scoring.hear(LOADED);
      scoring.pass(A_SECOND);
    }

    scoring.fireRescore("acme");

    assertThat(scoring.announced).isEmpty();
  }

  @Test
  void timeDoesNotJudgeAnAccountWhoseHistoryIsArriving() {
    scoring.hear(LOADED);

    scoring.fireDaily("acme");

    assertThat(scoring.announced).isEmpty();
  }

  @Test
  void peopleWhoTurnOutToBeOneAreNewsOfTheirAccountsOnly() {
    scoring.usedUntil("bolt", 0, 3);

    scoring.hear(joined(NOON));

    assertThat(scoring.announced).hasSize(1);
    assertThat(scoring.announced.getFirst().profile().account()).isEqualTo("acme");
    assertThat(scoring.announced.getFirst().judgement().cause()).isEqualTo(Cause.LIVE);
  }

  @Test
  void peopleWhoWereSaidLongAgoToBeOneAreHistory() {
    scoring.hear(joined(NOON.minus(Duration.ofDays(9))));
    assertThat(scoring.announced).isEmpty();
    scoring.pass(Duration.ofSeconds(4));
    scoring.fireRescore("acme");

    assertThat(scoring.announced).hasSize(1);
    assertThat(scoring.announced.getFirst().judgement().cause()).isEqualTo(Cause.LATE);
  }

  private static Heard joined(Instant statedAt) {
    SamePerson one = new SamePerson("p30", "p31", statedAt, NOON);
    return new Heard(List.of(), List.of(), List.of(), List.of(one), List.of());
  }

  @Test
  void aRepeatedJudgementChangesNothing() {
    scoring.hear(LIVE);
    scoring.hear(LIVE);

    assertThat(scoring.announced).hasSize(2);
    assertThat(scoring.announced.getLast().judgement().isRescored()).isFalse();
    assertThat(scoring.announced.getLast().judgement().crossesBand()).isFalse();
  }
}
