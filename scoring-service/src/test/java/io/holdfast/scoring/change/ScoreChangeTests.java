package io.holdfast.scoring.change;

import static io.holdfast.scoring.health.AccountFixture.ENTERPRISE;
import static io.holdfast.scoring.health.AccountFixture.REPORTS;
import static io.holdfast.scoring.health.AccountFixture.date;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.change.ScoreChange.Kind;
import io.holdfast.scoring.change.ScoreChange.Part;
import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.health.MissingDataTests;
import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.MissingPolicy;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScoreChangeTests {

  @Test
  void aFallOfUseIsTheWholeChangeWhenNothingElseMoved() {
    AccountFixture account =
        new AccountFixture().usedBy(40, -62, -7).usedBy(10, -6, 0).with("t", ticket(-8));

    ScoreChange change = change(account, -7, 0);

    assertThat(change.parts().getFirst().key()).isEqualTo("weekly_active_users");
    assertThat(change.parts().getFirst().kind()).isEqualTo(Kind.SIGNAL);
    assertThat(change.parts().getFirst().sentence())
        .startsWith("Weekly active users: 10, own baseline 40 over 8 weeks (−75%); before: 40,");
    assertThat(change.sentence())
        .startsWith("The score fell by ")
        .contains("Weekly active users −");
    addsUp(change);
  }

  @Test
  void aSignalThatCameToHaveDataIsMissingDataAndNotASignal() {
    AccountFixture account = new AccountFixture().usedBy(40, -80, 0).contract(100, -3);

    ScoreChange change = change(account, -7, 0);

    assertThat(part(change, "licence_utilisation").kind()).isEqualTo(Kind.MISSING_DATA);
    assertThat(part(change, "licence_utilisation").points()).isNegative();
    assertThat(part(change, "licence_utilisation").sentence())
        .isEqualTo("Licence utilisation has data now: 40 of 100 paid seats active in 28 days");
    addsUp(change);
  }

  @Test
  void aSignalWithoutDataAnyMoreSaysWhy() {
    AccountFixture account =
        new AccountFixture()
            .usedBy(40, -80, 0)
            .with("s", new Fact.Phase("s", date(-90), date(-2), 80, true, false))
            .with("u", new Fact.Phase("u", date(-90), null, 0, true, false));

    ScoreChange change = change(account, -7, 0);

    assertThat(part(change, "licence_utilisation").sentence())
        .startsWith(
            "Licence utilisation has no data any more (No contract with paid seats is live)");
    addsUp(change);
  }

  @Test
  void nothingThatMovedIsNoChange() {
    ScoreChange change =
        change(new AccountFixture().usedBy(40, -90, 0).with("m", meeting(-9)), -1, 0);

    assertThat(change.change()).isEqualByComparingTo("0");
    assertThat(change.parts()).isEmpty();
    assertThat(change.sentence()).isEqualTo("The score stayed at 100.00");
  }

  @Test
  void withoutAScoreAtOneOfTheInstantsThereIsNoChange() {
    ScoreChange change = change(new AccountFixture().usedBy(40, -40, 0), -30, 0);

    assertThat(change.change()).isNull();
    assertThat(change.parts()).isEmpty();
    assertThat(change.sentence())
        .isEqualTo("No change can be given: too little was known for a score at the start");
  }

  @Test
  void anotherModelAndWhatBecameKnownLaterArePartsOfTheirOwn() {
    AccountFixture account =
        new AccountFixture()
            .usedBy(40, -90, 0)
            .contract(50, -90)
            .with("m", meeting(-30))
            .with("late", ticket(-20), Knowledge.at(noon(-5)))
            .with("new", ticket(-3), Knowledge.at(noon(-3)));
    ScoringModel other = turnedRound(ENTERPRISE);
    KnownPicture then = account.picture().knownAt(noon(-10), calendar(account));
    KnownPicture later = account.picture().knownAt(noon(0), calendar(account));

    ScoreChange change =
        ScoreChange.between(
            assessed(ENTERPRISE, then, -10),
            assessed(ENTERPRISE, later, -10),
            assessed(other, later, -10),
            assessed(other, later, 0));

    assertThat(change.parts())
        .extracting(Part::kind)
        .contains(Kind.LATE_KNOWLEDGE, Kind.MODEL_VERSION, Kind.SIGNAL);
    assertThat(part(change, "late_knowledge").points()).isNegative();
    assertThat(part(change, "model_version").sentence())
        .isEqualTo("Scored by other-v1 instead of enterprise-v1");
    addsUp(change);
  }

  @Test
  void anOverrideIsAPartBesideWhatTheSignalsDid() {
    AccountFixture account =
        new AccountFixture().usedBy(40, -62, -7).usedBy(10, -6, 0).with("o", overridden(-2, 9, 88));

    ScoreChange change = change(account, -7, 0);

    assertThat(part(change, "override").kind()).isEqualTo(Kind.OVERRIDE);
    assertThat(part(change, "override").points()).isPositive();
    assertThat(part(change, "override").sentence())
        .isEqualTo("Now overridden to 88.00 by ada: New sponsor; before: no override");
    assertThat(part(change, "weekly_active_users").points()).isNegative();
    addsUp(change);
  }

  @Test
  void anOverrideOfAnAccountWithoutAScoreIsTheWholeChange() {
    AccountFixture account =
        new AccountFixture()
            .usedBy(40, -20, 0)
            .with("o", overridden(-9, 5, 50))
            .with("p", overridden(-3, 5, 70));

    ScoreChange change = change(account, -7, 0);

    assertThat(change.parts()).extracting(Part::key).containsExactly("override");
    assertThat(change.change()).isEqualByComparingTo("20");
  }

  @Test
  void thePartsSumToTheChangeWhateverIsKnown() {
    qt().withExamples(300)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              AccountFixture account = arbitrary(random);
              KnownPicture then = account.picture().knownAt(noon(-9), calendar(account));
              KnownPicture later = account.picture().knownAt(noon(0), calendar(account));
              ScoringModel model = random.nextBoolean() ? ENTERPRISE : turnedRound(ENTERPRISE);

              addsUp(change(account, -1 - random.nextInt(60), 0));
              addsUp(
                  ScoreChange.between(
                      assessed(ENTERPRISE, then, -9),
                      assessed(ENTERPRISE, later, -9),
                      assessed(model, later, -9),
                      assessed(model, later, 0)));
            });
  }

  @Test
  void thePartsSumToTheChangeWhateverCountsWithoutData() {
    qt().withExamples(300)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              ScoringModel model =
                  MissingDataTests.withAll(_ -> MissingDataTests.arbitrary(random));
              KnownPicture known = arbitrary(random).known();

              addsUp(
                  ScoreChange.between(
                      assessed(model, known, -1 - random.nextInt(60)), assessed(model, known, 0)));
            });
  }

  @Test
  void aPenaltyThatEndsIsMissingDataThatCame() {
    ScoringModel strict =
        MissingDataTests.withAll(_ -> new MissingPolicy.Penalise(BigDecimal.ZERO));
    KnownPicture known =
        new AccountFixture()
            .usedBy(30, -90, 0)
            .usedBy(30, "report", -90, 0)
            .contract(30, -3)
            .with("m", meeting(-30))
            .known();

    ScoreChange change =
        ScoreChange.between(assessed(strict, known, -7), assessed(strict, known, 0));

    Part part = part(change, "licence_utilisation");
    assertThat(part.kind()).isEqualTo(ScoreChange.Kind.MISSING_DATA);
    assertThat(part.points()).isPositive();
    assertThat(part.sentence()).contains("which counts as 0 of 100");
    addsUp(change);
  }

  /** Two ways to the same mean must not part. */
  @Test
  void theWeightedMeanOfAllSignalsIsTheScore() {
    qt().withExamples(300)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              AccountFixture account = arbitrary(new Random(seed));
              Assessment found = assessed(ENTERPRISE, account.known(), 0);
              BigDecimal computed = found.health().computedScore();

              if (computed != null) {
                assertThat(new WeightedMean(ENTERPRISE).of(found.scores()))
                    .isCloseTo(computed, within(new BigDecimal("0.005")));
              }
            });
  }

  @Test
  void aSignalMovesTheScoreBackAsFarAsItMovedItThere() {
    qt().withExamples(200)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              WeightedMean mean = new WeightedMean(ENTERPRISE);
              Map<String, BigDecimal> before = arbitraryScores(random);
              Map<String, BigDecimal> after = arbitraryScores(random);

              Drift there = Drift.between(before, after, mean);
              Drift back = Drift.between(after, before, mean);

              there
                  .moved()
                  .forEach(
                      (key, points) ->
                          assertThat(points.add(back.moved().get(key)))
                              .isCloseTo(BigDecimal.ZERO, tiny()));
            });
  }

  private static Offset<BigDecimal> tiny() {
    return within(new BigDecimal("1e-20"));
  }

  private static Map<String, BigDecimal> arbitraryScores(Random random) {
    Map<String, BigDecimal> scores = new TreeMap<>();
    for (Axis axis : ENTERPRISE.axes()) {
      axis.signals()
          .forEach(
              signal -> {
                if (scores.isEmpty() || random.nextInt(3) > 0) {
                  scores.put(signal.key(), BigDecimal.valueOf(random.nextInt(10001), 2));
                }
              });
    }
    return scores;
  }

  private static void addsUp(ScoreChange change) {
    BigDecimal sum =
        change.parts().stream().map(Part::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal before = change.before().health().score();
    BigDecimal after = change.after().health().score();
    if (before == null || after == null) {
      assertThat(change.change()).isNull();
    } else {
      assertThat(change.change()).isEqualTo(after.subtract(before));
      assertThat(sum).isEqualByComparingTo(change.change());
    }
  }

  private static ScoreChange change(AccountFixture account, int from, int to) {
    KnownPicture known = account.known();
    return ScoreChange.between(assessed(ENTERPRISE, known, from), assessed(ENTERPRISE, known, to));
  }

  private static Assessment assessed(ScoringModel model, KnownPicture picture, int day) {
    return new Assessment(new HealthPolicy(model, REPORTS).at(noon(day), picture), model);
  }

  private static Part part(ScoreChange change, String key) {
    return change.parts().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }

  private static TenantCalendar calendar(AccountFixture account) {
    return account.known().calendar();
  }

  private static Fact ticket(int day) {
    return new Fact.Ticket(noon(day), null, "urgent");
  }

  private static Fact overridden(int day, int days, int score) {
    return new Fact.ScoreOverride(
        noon(day), noon(day + days), BigDecimal.valueOf(score), "New sponsor", "ada");
  }

  private static Fact meeting(int day) {
    return new Fact.Meeting(noon(day), null, null);
  }

  /** The same axes with each other's weights. */
  private static ScoringModel turnedRound(ScoringModel model) {
    List<BigDecimal> weights = new ArrayList<>(model.axes().stream().map(Axis::weight).toList());
    Collections.reverse(weights);
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      Axis axis = model.axes().get(i);
      axes.add(new Axis(axis.key(), axis.name(), weights.get(i), axis.signals()));
    }
    return new ScoringModel(
        "other",
        1,
        "Other",
        model.coverageFloor(),
        model.bands(),
        model.prior(),
        axes,
        model.journey());
  }

  private static AccountFixture arbitrary(Random random) {
    AccountFixture account = new AccountFixture();
    account.usedBy(1 + random.nextInt(30), -60 - random.nextInt(100), -random.nextInt(30));
    if (random.nextBoolean()) {
      account.usedBy(1 + random.nextInt(9), "report", -random.nextInt(100), -random.nextInt(10));
    }
    if (random.nextBoolean()) {
      account.contract(1 + random.nextInt(60), -random.nextInt(60));
    }
    if (random.nextInt(3) == 0) {
      account.with("o", overridden(-random.nextInt(40), random.nextInt(20), random.nextInt(101)));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      account.with("k-" + i, ticket(-random.nextInt(60)), Knowledge.at(noon(-random.nextInt(30))));
    }
    return account;
  }
}
