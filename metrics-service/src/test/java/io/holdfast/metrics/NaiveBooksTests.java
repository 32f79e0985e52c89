package io.holdfast.metrics;

import static io.holdfast.metrics.HistoryFixture.EUR;
import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.USD;
import static io.holdfast.metrics.HistoryFixture.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.ledger.AccountHistory;
import io.holdfast.metrics.ledger.BookKeeping;
import io.holdfast.metrics.ledger.Booking.Booked;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.retention.AccountBalances;
import io.holdfast.metrics.retention.RatioMetric;
import io.holdfast.metrics.retention.RetentionSeries;
import io.holdfast.metrics.retention.WindowLength;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The books against others made without a ledger: each account is counted anew on every day. */
class NaiveBooksTests {

  private static final LocalDate FIRST = day("2023-01-01");
  private static final LocalDate TODAY = day("2025-12-15");

  private record Line(LocalDate on, MovementKind kind, Amount amount) {}

  @Test
  void movesOnTheSameDaysInTheSameWayByTheSameAmounts() {
    forAccounts(
        30,
        false,
        history -> {
          List<Line> booked =
              book(history, ExchangeRates.none(USD)).movements().stream()
                  .filter(movement -> !movement.on().isAfter(TODAY))
                  .map(movement -> new Line(movement.on(), movement.kind(), movement.amount()))
                  .toList();

          assertThat(booked).isEqualTo(counted(history));
        });
  }

  @Test
  void isWorthItsContractsAtTheRateOfEachChangeAndEachFirstOfAMonth() {
    ExchangeRates rates = rates();
    forAccounts(
        30,
        true,
        history -> {
          List<Movement> movements = book(history, rates).movements();
          Amount balance = Amount.ZERO;
          int next = 0;
          for (LocalDate day = FIRST; day.isBefore(TODAY); day = day.plusDays(1)) {
            boolean moves = false;
            while (next < movements.size() && movements.get(next).on().equals(day)) {
              balance = balance.plus(movements.get(next++).amount());
              moves = true;
            }
            if (moves || day.getDayOfMonth() == 1) {
              assertThat(balance).isEqualTo(RandomHistories.worthByCounting(history, day, rates));
            }
          }
        });
  }

  @Test
  void keepsOfEachCohortWhatCountingKeeps() {
    PeriodRange range = new PeriodRange(YearMonth.of(2024, 1), YearMonth.of(2025, 12));
    List<YearMonth> months = range.begunBy(TODAY);
    qt().withExamples(15)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              List<AccountHistory> company = new ArrayList<>();
              for (int i = 0; i < 5; i++) {
                company.add(RandomHistories.account("account-" + i, random, false));
              }
              for (WindowLength window : WindowLength.values()) {
                RetentionSeries series =
                    new RetentionSeries(months, window, TODAY, ExchangeRates.none(USD));
                for (AccountHistory history : company) {
                  Booked booked = book(history, ExchangeRates.none(USD));
                  series.add(new AccountBalances(booked.balances()));
                }
                for (RetentionSeries.Point point : series.points()) {
                  for (var ratio : counted(company, point.period(), window).entrySet()) {
                    assertThat(ratio.getKey().of(point.retention()).orElse(null))
                        .as("%s %s %s", ratio.getKey(), point.period(), window)
                        .isEqualTo(ratio.getValue());
                  }
                }
              }
            });
  }

  private static List<Line> counted(AccountHistory history) {
    List<Line> lines = new ArrayList<>();
    Amount before = Amount.ZERO;
    boolean paidBefore = false;
    for (LocalDate day = FIRST; !day.isAfter(TODAY); day = day.plusDays(1)) {
      Amount now = RandomHistories.worthByCounting(history, day);
      if (!now.equals(before)) {
        lines.add(new Line(day, kind(before, now, paidBefore), now.minus(before)));
      }
      paidBefore |= now.isPositive();
      before = now;
    }
    return lines;
  }

  private static MovementKind kind(Amount before, Amount now, boolean paidBefore) {
    if (before.isZero()) {
      return paidBefore ? MovementKind.REACTIVATION : MovementKind.NEW;
    }
    if (now.isZero()) {
      return MovementKind.CHURN;
    }
    return now.minus(before).isPositive() ? MovementKind.EXPANSION : MovementKind.CONTRACTION;
  }

  /** A null value stands for an empty cohort. */
  private static Map<RatioMetric, BigDecimal> counted(
      List<AccountHistory> company, YearMonth period, WindowLength window) {
    int months =
        Map.of(WindowLength.MONTH, 1, WindowLength.QUARTER, 3, WindowLength.YEAR, 12).get(window);
    LocalDate opens = period.plusMonths(1).minusMonths(months).atDay(1).minusDays(1);
    LocalDate closes = period.equals(YearMonth.from(TODAY)) ? TODAY : period.atEndOfMonth();
    BigDecimal start = BigDecimal.ZERO;
    BigDecimal end = BigDecimal.ZERO;
    BigDecimal kept = BigDecimal.ZERO;
    int accounts = 0;
    int active = 0;
    for (AccountHistory history : company) {
      BigDecimal before = RandomHistories.worthByCounting(history, opens).value();
      BigDecimal after = RandomHistories.worthByCounting(history, closes).value();
      if (before.signum() > 0) {
        start = start.add(before);
        end = end.add(after);
        kept = kept.add(before.min(after));
        accounts++;
        active += after.signum();
      }
    }
    Map<RatioMetric, BigDecimal> ratios = new EnumMap<>(RatioMetric.class);
    ratios.put(RatioMetric.NRR, ratio(end, start));
    ratios.put(RatioMetric.GRR, ratio(kept, start));
    BigDecimal all = BigDecimal.valueOf(accounts);
    ratios.put(RatioMetric.LOGO_RETENTION, ratio(BigDecimal.valueOf(active), all));
    ratios.put(RatioMetric.CUSTOMER_CHURN, ratio(BigDecimal.valueOf(accounts - active), all));
    return ratios;
  }

  private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    if (whole.signum() == 0) {
      return null;
    }
    BigDecimal ratio = part.divide(whole, new MathContext(15, RoundingMode.HALF_EVEN));
    return new BigDecimal(ratio.stripTrailingZeros().toPlainString());
  }

  private static void forAccounts(int examples, boolean foreign, Consumer<AccountHistory> fact) {
    qt().withExamples(examples)
        .forAll(longs().all())
        .checkAssert(seed -> fact.accept(RandomHistories.account("a", new Random(seed), foreign)));
  }

  private static Booked book(AccountHistory history, ExchangeRates rates) {
    return (Booked) new BookKeeping(POLICY, rates).book(history);
  }

  /** Another one every nine days. */
  private static ExchangeRates rates() {
    List<ExchangeRate> rates = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      BigDecimal rate = BigDecimal.valueOf(10_000 + 37L * i % 1_300, 4);
      rates.add(new ExchangeRate(FIRST.plusDays(9L * i), EUR, USD, rate));
    }
    return new ExchangeRates(USD, rates);
  }
}
