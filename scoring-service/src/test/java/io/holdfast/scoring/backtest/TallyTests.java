package io.holdfast.scoring.backtest;

import static io.holdfast.scoring.backtest.HistoryFixture.MODEL;
import static io.holdfast.scoring.backtest.HistoryFixture.leavesAfter;
import static io.holdfast.scoring.backtest.HistoryFixture.observed;
import static io.holdfast.scoring.backtest.HistoryFixture.plan;
import static io.holdfast.scoring.backtest.HistoryFixture.report;
import static io.holdfast.scoring.backtest.HistoryFixture.scored;
import static io.holdfast.scoring.backtest.HistoryFixture.stays;
import static io.holdfast.scoring.backtest.HistoryFixture.withSignal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.backtest.HistoryFixture.Scoring;
import io.holdfast.scoring.backtest.Report.Decile;
import io.holdfast.scoring.backtest.Report.SegmentFinding;
import io.holdfast.scoring.backtest.Report.Suggestion;
import io.holdfast.scoring.backtest.Verdict.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TallyTests {

  private static final int GOOD = 9000;
  private static final int BAD = 2000;

  @Test
  void theOrderOfAccountsDoesNotMatter() {
    qt().withExamples(10)
        .forAll(integers().all(), integers().all())
        .checkAssert(
            (seed, shuffle) -> {
              List<AccountWeeks> accounts = noisy(new Random(seed), 800);
              List<AccountWeeks> shuffled = new ArrayList<>(accounts);
              Collections.shuffle(shuffled, new Random(shuffle));

              assertThat(segmented(shuffled)).isEqualTo(segmented(accounts));
            });
  }

  @Test
  void scoresThatTellWhoLeavesAreUsable() {
    Report report = report(5, noisy(new Random(1), 1500));

    assertThat(report.verdict().code()).isEqualTo(Code.USABLE);
    assertThat(report.verdict().suspicions()).isEmpty();
    assertThat(report.verdict().sentence()).startsWith("The score tells who leaves: AUC 0.");
    assertThat(report.precision().lift()).isGreaterThan(BigDecimal.valueOf(2));
  }

  /** But for those few in a hundred that a 95% interval leaves to chance. */
  @Test
  void scoresByChanceAreNoUsableSignal() {
    int usable = 0;
    for (int seed = 0; seed < 60; seed++) {
      Verdict verdict = report(5, noisy(new Random(seed), 0)).verdict();
      usable += verdict.code() == Code.NO_USABLE_SIGNAL ? 0 : 1;
    }

    assertThat(usable).isLessThanOrEqualTo(3);
  }

  @Test
  void scoresTheWrongWayRoundAreNoUsableSignalEither() {
    List<AccountWeeks> accounts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int account = i;
      accounts.add(stays("s" + i, week -> 3000 + 50 * account + week));
      accounts.add(leavesAfter("l" + i, 300 + i, week -> 4000 + 50 * account + week));
    }
    Report report = report(5, accounts);

    assertThat(report.verdict().code()).isEqualTo(Code.NO_USABLE_SIGNAL);
    assertThat(report.verdict().sentence()).startsWith("Who leaves has the higher scores");
  }

  @Test
  void ofFewerThanTenDeparturesNothingIsSaid() {
    List<AccountWeeks> accounts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      accounts.add(stays("s" + i, _ -> GOOD));
    }
    for (int i = 0; i < 9; i++) {
      accounts.add(leavesAfter("l" + i, 300, _ -> BAD));
    }
    Report report = report(5, accounts);

    assertThat(report.verdict().code()).isEqualTo(Code.TOO_LITTLE_HISTORY);
    assertThat(report.suggestions()).isEmpty();
  }

  @Test
  void aSignalThatKnowsTheOutcomeIsNamed() {
    qt().withExamples(10)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              List<AccountWeeks> accounts = new ArrayList<>();
              for (int i = 0; i < 60; i++) {
                boolean leaves = i % 3 == 0;
                int day = 200 + 3 * i;
                Scoring leaking =
                    week ->
                        withSignal(
                            noise(random, GOOD),
                            4,
                            leaves && day - 7 * week <= 90 ? 0 : 6000 + random.nextInt(4000));
                accounts.add(observed("a" + i, leaves ? day : 10_000, leaking));
              }
              Verdict verdict = report(5, accounts).verdict();

              assertThat(verdict.code()).isEqualTo(Code.LEAK_SUSPECTED);
              assertThat(verdict.suspicions())
                  .extracting(Suspicion::signal, Suspicion::why)
                  .contains(tuple(signal(4), Suspicion.Why.TOO_GOOD));
              assertThat(verdict.suspicions())
                  .extracting(Suspicion::signal)
                  .containsOnly(signal(4));
            });
  }

  @Test
  void aSignalThatOnlyMovesInTheLastDaysIsNamed() {
    Random random = new Random(5);
    List<AccountWeeks> accounts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean leaves = i % 3 == 0;
      int day = 200 + 3 * i;
      Scoring late =
          week ->
              withSignal(
                  noise(random, GOOD),
                  2,
                  leaves && day - 7 * week <= 14 ? 500 : random.nextInt(10_000));
      accounts.add(observed("a" + i, leaves ? day : 10_000, late));
    }

    assertThat(report(5, accounts).verdict().suspicions())
        .extracting(Suspicion::signal, Suspicion::why)
        .containsExactly(tuple(signal(2), Suspicion.Why.ONLY_AT_THE_END));
  }

  @Test
  void aSignalThatIsMuchBetterInHindsightIsNamed() {
    Random random = new Random(6);
    List<AccountWeeks> accounts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean leaves = i % 3 == 0;
      int day = 200 + 3 * i;
      Scoring then = _ -> noise(random, 6000);
      Scoring now =
          week ->
              withSignal(
                  noise(random, 6000),
                  6,
                  random.nextInt(7000) + (leaves && day - 7 * week <= 90 ? 0 : 3000));
      accounts.add(observed("a" + i, leaves ? day : 10_000, then, now));
    }
    Verdict verdict = report(5, accounts).verdict();

    assertThat(verdict.code()).isEqualTo(Code.LEAK_SUSPECTED);
    assertThat(verdict.suspicions())
        .extracting(Suspicion::signal, Suspicion::why)
        .containsExactly(tuple(signal(6), Suspicion.Why.KNOWN_LATER));
  }

  /** Entered at risk 20 weeks after the first, 6 + 140 days before leaving on day 286. */
  @Test
  void theLeadRunsFromTheBandThatWasNotLeftAnyMore() {
    AccountWeeks account = leavesAfter("a", 286, week -> week == 3 || week >= 20 ? BAD : GOOD);

    Report report = report(5, List.of(account, stays("s", _ -> GOOD)));

    assertThat(report.warning().departures()).isEqualTo(1);
    assertThat(report.warning().warned()).isEqualTo(1);
    assertThat(report.warning().medianLeadDays()).isEqualByComparingTo("146");
  }

  @Test
  void aDepartureWithoutWarningHasNoLead() {
    Report report =
        report(
            5,
            List.of(
                leavesAfter("calm", 286, _ -> GOOD),
                leavesAfter("warned", 286, week -> week >= 30 ? BAD : GOOD)));

    assertThat(report.warning().warnedShare()).isEqualByComparingTo("0.5");
    assertThat(report.warning().medianLeadDays()).isEqualByComparingTo("76");
  }

  /** 48 weeks are over: those that end 90 days before the last day. */
  @Test
  void anAlarmIsFalseWhenTheAccountStaysThroughTheHorizon() {
    Report report =
        report(
            5,
            List.of(
                stays("flaps", week -> week % 10 == 5 ? BAD : GOOD),
                stays("found so", _ -> BAD),
                leavesAfter("leaves", 286, week -> week >= 30 ? BAD : GOOD)));

    assertThat(report.scope().weeksOver()).isEqualTo(48);
    assertThat(report.warning().alarms()).isEqualTo(6);
    assertThat(report.warning().falseAlarms()).isEqualTo(5);
    assertThat(report.warning().falseAlarmsPerWeek()).isEqualByComparingTo("0.1042");
  }

  @Test
  void ofEachWeekOnlyAsManyAsCanBeCaredForArePicked() {
    List<AccountWeeks> accounts = new ArrayList<>();
    accounts.add(leavesAfter("leaves", 100, _ -> BAD));
    for (int i = 0; i < 9; i++) {
      accounts.add(stays("s" + i, _ -> GOOD));
    }
    Report report = report(1, accounts);

    // in the weeks 2 to 14 it leaves within 90 days, in 0 and 1 not yet; then somebody else is
    // picked
    assertThat(report.precision().picked()).isEqualTo(48);
    assertThat(report.precision().hits()).isEqualTo(13);
    assertThat(report.precision().share()).isEqualByComparingTo("0.2708");
  }

  @Test
  void whoLeavesInAWeekWhoseHorizonIsNotOverIsSeparatedButNotPicked() {
    Report report = report(1, List.of(leavesAfter("late", 420, _ -> BAD), stays("s", _ -> GOOD)));

    assertThat(report.auc()).isNotNull();
    assertThat(report.precision().hits()).isZero();
    assertThat(report.warning().departures()).isEqualTo(1);
  }

  @Test
  void tenthsHoldTheWeeksInOrderOfTheirScore() {
    List<AccountWeeks> accounts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int score = 200 * i;
      accounts.add(i < 10 ? leavesAfter("a" + i, 400, _ -> score) : stays("a" + i, _ -> score));
    }
    List<Decile> deciles = report(5, accounts).calibration();

    assertThat(deciles).hasSize(10);
    assertThat(deciles.stream().mapToLong(Decile::accountWeeks).sum()).isEqualTo(50 * 48);
    assertThat(deciles.getFirst().observed()).isPositive();
    assertThat(deciles.getLast().observed()).isZero();
    // critical: 50% in 12 months at a constant rate is 15.7% in 90 days; healthy: 2% is 0.5%
    assertThat(deciles.getFirst().expected()).isEqualByComparingTo("0.1570");
    assertThat(deciles.getLast().expected()).isEqualByComparingTo("0.0050");
  }

  @Test
  void equalScoresAreOneTenth() {
    assertThat(report(5, List.of(stays("a", _ -> GOOD), stays("b", _ -> GOOD))).calibration())
        .hasSize(1);
    assertThat(
            report(5, List.of(stays("a", _ -> GOOD), stays("b", week -> 100 * week))).calibration())
        .hasSize(6);
  }

  @Test
  void aSegmentWithFewDeparturesSaysNothing() {
    Tally tally = new Tally(plan(5), MODEL);
    for (int i = 0; i < 10; i++) {
      tally.add(leavesAfter("b" + i, 300, _ -> BAD), "banking");
      tally.add(stays("c" + i, _ -> GOOD), "banking");
      tally.add(stays("r" + i, _ -> GOOD), "retail");
    }
    List<SegmentFinding> segments = tally.report().segments();

    assertThat(segments).extracting(SegmentFinding::segment).containsExactly("banking", "retail");
    assertThat(segments.getFirst().auc()).isNotNull();
    assertThat(segments.getFirst().departures()).isEqualTo(10);
    assertThat(segments.getLast().auc()).isNull();
  }

  @Test
  void suggestedWeightsSumToOneAndFollowWhatTells() {
    Random random = new Random(3);
    List<AccountWeeks> accounts = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      boolean leaves = i % 3 == 0;
      int day = 150 + 3 * i;
      Scoring first =
          week ->
              withSignal(
                  noise(random, 6000),
                  0,
                  random.nextInt(7000) + (leaves && day - 7 * week <= 90 ? 0 : 3000));
      accounts.add(observed("a" + i, leaves ? day : 10_000, first));
    }
    List<Suggestion> suggestions = report(5, accounts).suggestions();

    assertThat(sum(suggestions.stream().filter(one -> one.signal() == null).toList()))
        .isEqualByComparingTo("1");
    suggestions.stream()
        .filter(one -> one.signal() != null)
        .collect(Collectors.groupingBy(Suggestion::axis))
        .values()
        .forEach(ofAxis -> assertThat(sum(ofAxis)).isEqualByComparingTo("1"));
    Suggestion first = suggestions.get(1);
    assertThat(first.signal()).isEqualTo(signal(0));
    assertThat(first.suggested()).isGreaterThan(first.today());
  }

  private static BigDecimal sum(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::suggested).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String signal(int place) {
    return MODEL.axes().stream().flatMap(axis -> axis.signals().stream()).toList().get(place).key();
  }

  private static Report segmented(List<AccountWeeks> accounts) {
    Tally tally = new Tally(plan(5), MODEL);
    accounts.forEach(
        account -> tally.add(account, account.account().endsWith("1") ? "one" : "other"));
    return tally.report();
  }

  /**
   * 120 accounts, 40 of which leave; each with a score of its own and noise.
   *
   * @param loss hundredths of a point that those who leave lose 90 days before
   */
  private static List<AccountWeeks> noisy(Random random, int loss) {
    List<AccountWeeks> accounts = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      boolean leaves = i % 3 == 0;
      int day = 120 + 3 * random.nextInt(100);
      int own = 5000 + random.nextInt(2500);
      accounts.add(
          observed(
              "account-" + i,
              leaves ? day : 10_000,
              week -> noise(random, own - (leaves && day - 7 * week <= 90 ? loss : 0))));
    }
    return accounts;
  }

  private static Scored noise(Random random, int around) {
    return scored(Math.clamp(around + (long) (random.nextGaussian() * 500), 0, 10_000));
  }
}
