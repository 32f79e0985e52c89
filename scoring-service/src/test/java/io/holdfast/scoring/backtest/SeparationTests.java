package io.holdfast.scoring.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeparationTests {

  private record Week(String account, int score, int leavesIn) {}

  @Test
  void isTheShareOfPairsThatStandTheRightWayRound() {
    qt().withExamples(200)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              List<Week> weeks = arbitrary(new Random(seed), 40, 200);

              assertThat(value(weeks)).isCloseTo(pairs(weeks), within(0.00005));
            });
  }

  @Test
  void doesNotDependOnTheOrderOfWeeks() {
    qt().withExamples(50)
        .forAll(integers().all(), integers().all())
        .checkAssert(
            (seed, shuffle) -> {
              List<Week> weeks = arbitrary(new Random(seed), 40, 300);
              List<Week> shuffled = new ArrayList<>(weeks);
              Collections.shuffle(shuffled, new Random(shuffle));

              assertThat(of(shuffled).auc()).isEqualTo(of(weeks).auc());
            });
  }

  @Test
  void theIntervalLiesAroundTheValue() {
    qt().withExamples(100)
        .forAll(integers().all())
        .checkAssert(
            seed ->
                of(arbitrary(new Random(seed), 60, 400))
                    .auc()
                    .filter(auc -> auc.low() != null && auc.high() != null)
                    .ifPresent(auc -> assertThat(auc.value()).isBetween(auc.low(), auc.high())));
  }

  /** Of 200 samples of accounts whose weeks are all alike, so that only accounts tell anything. */
  @Test
  void theIntervalCoversTheTruthNearlyAsOftenAsItSays() {
    int covered = 0;
    Random random = new Random(7);
    for (int sample = 0; sample < 200; sample++) {
      List<Week> weeks = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        int score = random.nextInt(Scored.FULL + 1);
        for (int week = 0; week < 12; week++) {
          weeks.add(new Week(sample + "-" + i, score, i < 30 ? 30 : 0));
        }
      }
      Auc auc = of(weeks).auc().orElseThrow();
      covered += auc.isSurelyAbove("0.5") || auc.isSurelyBelow("0.5") ? 0 : 1;
    }
    assertThat(covered).isBetween(180, 200);
  }

  @Test
  void weeksThatNobodyDecidedAndWeeksWithoutScoreCountNeitherWay() {
    Separation separation = Separation.resampled();
    int[] weights = Resampling.weights(1, "a");
    separation.add(100, new AccountWeek(0, 0, false, scored(100), scored(100)), weights);
    separation.add(Scored.NONE, week(3), weights);

    assertThat(separation.auc()).isEmpty();
  }

  @Test
  void theLastTwoWeeksAndTheWeeksBeforeAreToldApart() {
    Separation separation = Separation.plain();
    int[] one = {1};
    separation.add(5000, week(0), one);
    separation.add(1000, week(14), one);
    separation.add(9000, week(15), one);

    assertThat(separation.soon().orElseThrow().value()).isEqualByComparingTo("1");
    assertThat(separation.later().orElseThrow().value()).isEqualByComparingTo("0");
    assertThat(separation.auc().orElseThrow().value()).isEqualByComparingTo("0.5");
  }

  @Test
  void aSegmentIsSeparatedInTenthsOfAPoint() {
    Separation separation = Separation.coarse();
    int[] weights = Resampling.weights(1, "a");
    separation.add(5001, week(30), weights);
    separation.add(5009, week(0), weights);

    assertThat(separation.auc().orElseThrow().value()).isEqualByComparingTo("0.5");
  }

  private static double value(List<Week> weeks) {
    return of(weeks).auc().map(Auc::value).map(BigDecimal::doubleValue).orElse(Double.NaN);
  }

  private static Separation of(List<Week> weeks) {
    Separation separation = Separation.resampled();
    weeks.forEach(
        one ->
            separation.add(
                one.score(), week(one.leavesIn()), Resampling.weights(3, one.account())));
    return separation;
  }

  private static double pairs(List<Week> weeks) {
    double right = 0;
    long pairs = 0;
    for (Week leaves : weeks) {
      for (Week stays : weeks) {
        if (leaves.leavesIn() > 0 && stays.leavesIn() == 0) {
          pairs++;
          right += leaves.score() < stays.score() ? 1 : leaves.score() == stays.score() ? 0.5 : 0;
        }
      }
    }
    return pairs == 0 ? Double.NaN : right / pairs;
  }

  private static List<Week> arbitrary(Random random, int accounts, int weeks) {
    int kinds = 1 + random.nextInt(300);
    List<Week> all = new ArrayList<>();
    for (int i = 0; i < weeks; i++) {
      all.add(
          new Week(
              "account-" + random.nextInt(accounts),
              random.nextInt(kinds) * (Scored.FULL / kinds),
              random.nextInt(4) == 0 ? 1 + random.nextInt(90) : 0));
    }
    return all;
  }

  private static AccountWeek week(int leavesIn) {
    return new AccountWeek(0, leavesIn, true, scored(0), scored(0));
  }

  private static Scored scored(int score) {
    return HistoryFixture.scored(score);
  }
}
