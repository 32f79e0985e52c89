package io.holdfast.scoring.rescoring;

import static io.holdfast.scoring.rescoring.InMemoryScoring.DEMO;
import static io.holdfast.scoring.rescoring.InMemoryScoring.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.rescoring.OverrideScore.Change;
import io.holdfast.scoring.rescoring.OverrideScore.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverrideScoreTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final InMemoryScoring scoring = new InMemoryScoring();

  @BeforeEach
  void healthy() {
    scoring.usedUntil("acme", 0, 40);
    scoring.hear(new News("acme", NOON, NOON, null));
  }

  @Test
  void anOverrideIsJudgedAndTakesItsBandAtOnce() {
    set(45, TODAY.plusDays(9));

    Health health = scoring.announced.getLast().health();
    assertThat(health.score()).isEqualByComparingTo("45");
    assertThat(health.computedScore()).isGreaterThan(new BigDecimal("75"));
    assertThat(scoring.standing("acme").state().band()).isEqualTo(Band.AT_RISK);
  }

  @Test
  void theDifferenceIsAnEntryOfTheAxesSoThatTheySumToTheScore() {
    set(45, TODAY.plusDays(9));

    Health health = scoring.announced.getLast().health();
    assertThat(health.axes().getLast().key()).isEqualTo("override");
    assertThat(health.axes().stream().map(axis -> axis.points()).reduce(BigDecimal::add))
        .contains(Objects.requireNonNull(health.score()));
  }

  @Test
  void anotherOverrideTakesThePlaceOfTheFirst() {
    set(45, TODAY.plusDays(9));
    scoring.pass(Duration.ofMinutes(1));
    Change change = set(30, TODAY.plusDays(2));

    assertThat(change.ended().orElseThrow().score()).isEqualByComparingTo("45");
    assertThat(scoring.announced.getLast().health().score()).isEqualByComparingTo("30");

    scoring.pass(Duration.ofMinutes(1));
    withdraw();
    assertThat(scoring.announced.getLast().health().overruled()).isNull();
  }

  @Test
  void theDayItEndsIsJudgedWithoutIt() {
    set(45, TODAY);

    scoring.pass(Duration.ofHours(12));
    scoring.fireDaily("acme");

    assertThat(scoring.announced.getLast().health().overruled()).isNull();
    assertThat(scoring.announced.getLast().health().score()).isGreaterThan(new BigDecimal("75"));
  }

  @Test
  void withoutAnOverrideThereIsNothingToTakeBack() {
    int announced = scoring.announced.size();

    Change change = withdraw();

    assertThat(change.ended()).isEmpty();
    assertThat(scoring.announced).hasSize(announced);
  }

  @Test
  void anAccountThatLeftStaysAsItWas() {
    scoring.churned("acme", 1);

    Change change = set(45, TODAY.plusDays(9));

    assertThat(change.made()).isEmpty();
    assertThat(scoring.overrides.held(DEMO, "acme").blockOptional()).isEmpty();
  }

  @Test
  void anAccountTheTenantNeverHadCannotBeOverridden() {
    Wish wish = new Wish(BigDecimal.TEN, "New sponsor", TODAY, "ada");

    assertThat(scoring.overrides.set(DEMO, "nobody", wish).blockOptional()).isEmpty();
  }

  private Change set(int score, LocalDate lastDay) {
    Wish wish = new Wish(BigDecimal.valueOf(score), "New sponsor", lastDay, "ada");
    return Objects.requireNonNull(scoring.overrides.set(DEMO, "acme", wish).block());
  }

  private Change withdraw() {
    return Objects.requireNonNull(scoring.overrides.withdraw(DEMO, "acme").block());
  }
}
