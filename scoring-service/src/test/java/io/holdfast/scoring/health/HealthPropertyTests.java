package io.holdfast.scoring.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.band.BandPolicy;
import io.holdfast.scoring.band.BandState;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HealthPropertyTests {

  @Test
  void pointsAddUpExactlyWhateverIsKnown() {
    qt().withExamples(300)
        .forAll(integers().all())
        .checkAssert(seed -> HealthPolicyTests.addsUp(arbitrary(new Random(seed)).at(0)));
  }

  @Test
  void theOrderAndRepetitionOfArrivalDoNotMatter() {
    qt().withExamples(200)
        .forAll(integers().all(), integers().all())
        .checkAssert(
            (seed, shuffle) -> {
              AccountFixture account = arbitrary(new Random(seed));
              List<Recorded> reordered = new ArrayList<>(account.facts);
              reordered.addAll(account.facts);
              Collections.shuffle(reordered, new Random(shuffle));
              List<Use> uses = new ArrayList<>(account.uses);
              Collections.shuffle(uses, new Random(shuffle));

              assertThat(health(new AccountPicture(uses, reordered)))
                  .isEqualTo(health(account.picture()));
            });
  }

  @Test
  void aFlappingScoreMakesAtMostOneTransition() {
    qt().withExamples(200)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              List<Integer> scores = random.ints(200, 7000, 8000).boxed().toList();

              assertThat(BandFlaps.transitions(scores)).isLessThanOrEqualTo(1);
            });
  }

  @Test
  void theFleetGuardKeepsNoBetterBandAndChangesNothingButWorseOnes() {
    qt().withExamples(300)
        .forAll(integers().between(0, 3), integers().between(0, 10000), integers().between(0, 90))
        .checkAssert(
            (band, hundredths, hours) -> {
              BandPolicy bands = AccountFixture.ENTERPRISE.bands();
              BandState before =
                  new BandState(Band.values()[band], AccountFixture.noon(0), null, false);
              Instant at = AccountFixture.noon(0).plus(Duration.ofHours(hours));
              BigDecimal score = BigDecimal.valueOf(hundredths, 2);

              BandState free = bands.after(before, at, score);
              BandState held = bands.after(before, at, score, true);

              if (free.band().isWorseThan(before.band())) {
                assertThat(held).isEqualTo(new BandState(before.band(), before.since(), at, false));
              } else {
                assertThat(held).isEqualTo(free);
              }
            });
  }

  private static Health health(AccountPicture picture) {
    return new HealthPolicy(AccountFixture.ENTERPRISE, AccountFixture.REPORTS)
        .at(AccountFixture.noon(0), picture.knownAt(AccountFixture.noon(0), TenantCalendar.UTC));
  }

  static AccountFixture arbitrary(Random random) {
    AccountFixture account = new AccountFixture();
    if (random.nextBoolean()) {
      account.usedBy(1 + random.nextInt(30), -random.nextInt(100), -random.nextInt(10));
      account.usedBy(random.nextInt(30), "report", -random.nextInt(100), 0);
    }
    if (random.nextBoolean()) {
      account.contract(1 + random.nextInt(60), -random.nextInt(300));
    }
    if (random.nextInt(3) == 0) {
      account.with(
          "o",
          new Fact.ScoreOverride(
              AccountFixture.noon(-random.nextInt(5)),
              AccountFixture.noon(random.nextInt(5)),
              BigDecimal.valueOf(random.nextInt(10001), 2),
              "New sponsor",
              "ada"));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      account.with(key(random), arbitraryFact(random), arbitraryKnowledge(random));
    }
    return account;
  }

  private static String key(Random random) {
    return "k-" + random.nextInt(3);
  }

  private static Knowledge arbitraryKnowledge(Random random) {
    return random.nextBoolean()
        ? Knowledge.asItHappened(AccountFixture.noon(-random.nextInt(4)))
        : Knowledge.at(AccountFixture.noon(-random.nextInt(40)));
  }

  private static Fact arbitraryFact(Random random) {
    int day = -random.nextInt(120);
    return switch (random.nextInt(8)) {
      case 0 -> new Fact.Ticket(AccountFixture.noon(day), null, "urgent");
      case 1 ->
          new Fact.Invoice(AccountFixture.date(day), AccountFixture.date(day + 9), null, null);
      case 2 -> new Fact.Meeting(AccountFixture.noon(day), null, null);
      case 3 -> new Fact.Charge(AccountFixture.noon(day), "in", random.nextBoolean());
      case 4 -> new Fact.SurveyAnswer(AccountFixture.noon(day), "nps", BigDecimal.TEN, "person-1");
      case 5 -> new Fact.Noted(AccountFixture.noon(day), "reply", null);
      case 6 ->
          new Fact.Contact(AccountFixture.noon(day), "champion", AccountFixture.date(day), null);
      default -> new Fact.Phase("s", AccountFixture.date(day), null, 20, true, false);
    };
  }
}
