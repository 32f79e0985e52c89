package io.holdfast.metrics.closing;

import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.USD;
import static io.holdfast.metrics.HistoryFixture.account;
import static io.holdfast.metrics.HistoryFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.holdfast.metrics.HistoryFixture;
import io.holdfast.metrics.RandomHistories;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.OneAccount;
import io.holdfast.metrics.contract.Price;
import io.holdfast.metrics.ledger.AccountHistory;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.BookKeeping;
import io.holdfast.metrics.ledger.Correction;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClosedBooksTests {

  private static final AccountId ACME = new AccountId("acme");
  private static final OneAccount ALONE = OneAccount.alone(ACME);
  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  @Test
  void restatesInTheFirstOpenMonthWhatWasLearntAboutAClosedOne() {
    ClosedBooks closed =
        closed(MARCH, booked(account("acme").pays("s", "2025-02-01", null, monthly("100"))));
    List<Movement> now =
        booked(
            account("acme")
                .pays("s", "2025-02-01", null, monthly("100"))
                .pays("t", "2025-03-10", null, monthly("30"))
                .pays("u", "2025-05-01", null, monthly("7")));

    List<Movement> reported = reported(closed, now, List.of("fact-1"));

    assertThat(reported)
        .extracting(Movement::on, Movement::kind, movement -> movement.amount().toString())
        .containsExactly(
            tuple(day("2025-02-01"), MovementKind.NEW, "100"),
            tuple(day("2025-04-01"), MovementKind.RESTATEMENT, "30"),
            tuple(day("2025-05-01"), MovementKind.EXPANSION, "7"));
    assertThat(reported.get(1).corrects()).isEqualTo(new Correction(MARCH, List.of("fact-1")));
  }

  @Test
  void restatesNothingTwice() {
    ClosedBooks march =
        closed(MARCH, booked(account("acme").pays("s", "2025-02-01", null, monthly("100"))));
    List<Movement> corrected =
        booked(account("acme").pays("s", "2025-02-01", null, monthly("120")));
    ClosedBooks april = closed(MARCH.plusMonths(1), reported(march, corrected, List.of()));

    assertThat(april.restatements(ALONE, corrected, List.of())).isEmpty();
  }

  @Test
  void reportsInTheEndWhatTheContractsAreWorthWhateverWasClosedBefore() {
    qt().forAll(longs().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              List<Movement> first = booked(RandomHistories.account("acme", random, false));
              List<Movement> second = booked(RandomHistories.account("acme", random, false));
              List<Movement> third = booked(RandomHistories.account("acme", random, false));
              ClosedBooks march = closed(MARCH, until(MARCH, first));
              List<Movement> then = reported(march, second, List.of());
              YearMonth june = MARCH.plusMonths(3);
              ClosedBooks closed = closed(june, until(june, then));

              List<Movement> reported = reported(closed, third, List.of());

              assertThat(sum(until(MARCH, reported))).isEqualTo(sum(until(MARCH, first)));
              assertThat(sum(until(june, reported))).isEqualTo(sum(until(june, second)));
              YearMonth later = june.plusMonths(1);
              assertThat(sum(until(later, reported))).isEqualTo(sum(until(later, third)));
            });
  }

  private static List<Movement> reported(
      ClosedBooks closed, List<Movement> booked, List<String> facts) {
    return closed.reported(ALONE, booked, facts).stream().map(AccountMovement::movement).toList();
  }

  private static ClosedBooks closed(YearMonth period, List<Movement> movements) {
    Closing closing = new Closing(period, USD, Instant.EPOCH, "finance");
    return new ClosedBooks(closing, Map.of(ACME, movements));
  }

  private static List<Movement> until(YearMonth period, List<Movement> movements) {
    return movements.stream().filter(m -> !m.on().isAfter(period.atEndOfMonth())).toList();
  }

  private static Amount sum(List<Movement> movements) {
    return movements.stream().map(Movement::amount).reduce(Amount.ZERO, Amount::plus);
  }

  private static List<Movement> booked(HistoryFixture account) {
    return booked(account.history());
  }

  private static List<Movement> booked(AccountHistory history) {
    return new BookKeeping(POLICY, ExchangeRates.none(USD)).book(history).movements();
  }

  private static Price monthly(String amount) {
    return usd(amount, Interval.MONTH);
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
