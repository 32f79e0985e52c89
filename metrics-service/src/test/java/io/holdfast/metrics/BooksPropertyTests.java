package io.holdfast.metrics;

import static io.holdfast.metrics.HistoryFixture.EUR;
import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.USD;
import static io.holdfast.metrics.HistoryFixture.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.holdfast.metrics.books.Bridge;
import io.holdfast.metrics.books.BridgeFold;
import io.holdfast.metrics.books.BridgeRow;
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
import io.holdfast.metrics.retention.Retention;
import io.holdfast.metrics.retention.RetentionSeries;
import io.holdfast.metrics.retention.WindowLength;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BooksPropertyTests {

  private static final LocalDate TODAY = day("2025-12-15");
  private static final PeriodRange RANGE =
      new PeriodRange(YearMonth.of(2024, 1), YearMonth.of(2026, 12));
  private static final ExchangeRates RATES = rates();

  @Test
  void everyPeriodClosesAndOpensTheNext() {
    forCompanies(
        company -> {
          List<BridgeRow> rows = bridge(company).rows();
          Amount expected = rows.getFirst().start();
          for (BridgeRow row : rows) {
            assertThat(row.start()).isEqualTo(expected);
            Amount sum = row.start();
            for (MovementKind kind : MovementKind.values()) {
              sum = sum.plus(row.amount(kind));
            }
            assertThat(row.end()).isEqualTo(sum);
            expected = row.end();
          }
        });
  }

  @Test
  void endsEachPeriodWithWhatTheContractsAreWorthThen() {
    forCompanies(
        company -> {
          BridgeFold fold = new BridgeFold(RANGE, TODAY);
          List<AccountBalances> balances = new ArrayList<>();
          for (Booked account : book(onlyUsd(company))) {
            account.entries().forEach(fold::add);
            balances.add(new AccountBalances(account.balances()));
          }
          for (BridgeRow row : fold.bridge().rows()) {
            LocalDate end = row.period().atEndOfMonth();
            LocalDate at = end.isAfter(TODAY) ? TODAY : end;
            Amount worth = Amount.ZERO;
            Amount counted = Amount.ZERO;
            for (AccountBalances account : balances) {
              worth = worth.plus(account.worth(at, at, RATES));
            }
            for (AccountHistory history : onlyUsd(company)) {
              counted = counted.plus(RandomHistories.worthByCounting(history, at));
            }
            assertThat(row.end()).isEqualTo(worth).isEqualTo(counted);
          }
        });
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    qt().forAll(longs().all())
        .checkAssert(
            seed -> {
              AccountHistory history = RandomHistories.account("a", new Random(seed), true);
              AccountHistory shuffled = RandomHistories.shuffled(history, new Random(seed + 1));
              assertThat(keeping().book(shuffled)).isEqualTo(keeping().book(history));
            });
  }

  @Test
  void aMovementIsOneOfALifeThatBeginsOnceAndEndsAtNothing() {
    forCompanies(
        company -> {
          for (Booked account : book(company)) {
            Amount balance = Amount.ZERO;
            boolean known = false;
            for (Movement movement : account.movements()) {
              boolean begins = balance.isZero();
              Amount after = balance.plus(movement.amount());
              MovementKind kind = movement.kind();
              assertThat(kind == MovementKind.NEW).isEqualTo(begins && !known);
              assertThat(kind == MovementKind.REACTIVATION).isEqualTo(begins && known);
              assertThat(kind == MovementKind.CHURN).isEqualTo(after.isZero());
              assertThat(after.isNegative()).isFalse();
              known = true;
              balance = after;
            }
          }
        });
  }

  @Test
  void keepsAtMostAllOfTheCohort() {
    forCompanies(
        company -> {
          for (WindowLength window : WindowLength.values()) {
            RetentionSeries series =
                new RetentionSeries(RANGE.begunBy(TODAY), window, TODAY, RATES);
            book(company).forEach(account -> series.add(new AccountBalances(account.balances())));
            for (RetentionSeries.Point point : series.points()) {
              Retention retention = point.retention();
              retention.grr().ifPresent(grr -> assertThat(grr).isBetween(zero(), one()));
              retention
                  .nrr()
                  .ifPresent(
                      nrr -> assertThat(nrr).isGreaterThanOrEqualTo(retention.grr().orElseThrow()));
              retention
                  .logoRetention()
                  .ifPresent(
                      logo ->
                          assertThat(logo.add(retention.customerChurn().orElseThrow()))
                              .isEqualByComparingTo(one()));
            }
          }
        });
  }

  private static void forCompanies(Consumer<List<AccountHistory>> fact) {
    qt().withExamples(200)
        .forAll(longs().all())
        .checkAssert(seed -> fact.accept(company(new Random(seed))));
  }

  private static List<AccountHistory> company(Random random) {
    List<AccountHistory> company = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      company.add(RandomHistories.account("account-" + i, random, i % 2 == 0));
    }
    return company;
  }

  private static List<AccountHistory> onlyUsd(List<AccountHistory> company) {
    return company.stream().filter(RandomHistories::isOnlyUsd).toList();
  }

  private static Bridge bridge(List<AccountHistory> company) {
    BridgeFold fold = new BridgeFold(RANGE, TODAY);
    for (Booked account : book(company)) {
      account.entries().forEach(fold::add);
    }
    return fold.bridge();
  }

  private static List<Booked> book(List<AccountHistory> company) {
    return company.stream().map(keeping()::book).map(Booked.class::cast).toList();
  }

  private static BookKeeping keeping() {
    return new BookKeeping(POLICY, RATES);
  }

  private static ExchangeRates rates() {
    List<ExchangeRate> rates = new ArrayList<>();
    for (int month = 0; month < 30; month++) {
      BigDecimal rate = BigDecimal.valueOf(100 + 7 * month % 13, 2);
      rates.add(new ExchangeRate(day("2023-01-03").plusMonths(month), EUR, USD, rate));
    }
    return new ExchangeRates(USD, rates);
  }

  private static BigDecimal zero() {
    return BigDecimal.ZERO;
  }

  private static BigDecimal one() {
    return BigDecimal.ONE;
  }
}
