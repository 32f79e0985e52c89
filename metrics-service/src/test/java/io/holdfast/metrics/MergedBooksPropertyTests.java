package io.holdfast.metrics;

import static io.holdfast.metrics.HistoryFixture.EUR;
import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.USD;
import static io.holdfast.metrics.HistoryFixture.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.closing.ClosedBooks;
import io.holdfast.metrics.closing.Closing;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.OneAccount;
import io.holdfast.metrics.ledger.AccountHistory;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.BookKeeping;
import io.holdfast.metrics.ledger.Booking.Booked;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.retention.AccountBalances;
import io.holdfast.metrics.retention.Retention;
import io.holdfast.metrics.retention.RetentionSeries;
import io.holdfast.metrics.retention.WindowLength;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Merging two accounts moves revenue without a movement, whatever their histories. */
class MergedBooksPropertyTests {

  private static final LocalDate TODAY = day("2025-12-15");
  private static final List<YearMonth> MONTHS =
      new PeriodRange(YearMonth.of(2023, 2), YearMonth.of(2026, 12)).begunBy(TODAY);
  private static final BookKeeping KEEPING = new BookKeeping(POLICY, rates());

  /** Two accounts, apart and as one. */
  private record Pair(Booked first, Booked second, Booked both) {

    OneAccount whose() {
      return new OneAccount(first.account(), Set.of(second.account()));
    }
  }

  @Test
  void areWorthTogetherOnEveryDayWhatTheyWereApart() {
    forPairs(
        true,
        (pair, _) -> {
          List<LocalDate> days =
              Stream.of(pair.first(), pair.second(), pair.both())
                  .flatMap(booked -> booked.movements().stream())
                  .map(Movement::on)
                  .distinct()
                  .toList();
          for (LocalDate day : days) {
            assertThat(worth(pair.both(), day))
                .as("%s", day)
                .isEqualTo(worth(pair.first(), day).plus(worth(pair.second(), day)));
          }
        });
  }

  @Test
  void moveOnNoOtherDayThanOneOfThemDid() {
    forPairs(
        true,
        (pair, _) ->
            assertThat(pair.both().movements())
                .extracting(Movement::on)
                .isSubsetOf(
                    Stream.of(pair.first(), pair.second())
                        .flatMap(booked -> booked.movements().stream())
                        .map(Movement::on)
                        .toList()));
  }

  @Test
  void leaveClosedMonthsAsTheyWereReportedAndRestateNothing() {
    forPairs(
        true,
        (pair, random) -> {
          YearMonth last = MONTHS.get(random.nextInt(MONTHS.size()));
          Closing closing = new Closing(last, USD, Instant.EPOCH, "finance");
          Map<AccountId, List<Movement>> closed =
              Map.of(
                  pair.first().account(), until(last, pair.first()),
                  pair.second().account(), until(last, pair.second()));
          ClosedBooks books = new ClosedBooks(closing, closed);

          List<AccountMovement> reported =
              books.reported(pair.whose(), pair.both().movements(), List.of());

          assertThat(books.restatements(pair.whose(), pair.both().movements(), List.of()))
              .isEmpty();
          assertThat(reported)
              .filteredOn(entry -> !entry.movement().on().isAfter(last.atEndOfMonth()))
              .containsExactlyInAnyOrderElementsOf(
                  Stream.of(pair.first(), pair.second())
                      .flatMap(Booked::entries)
                      .filter(entry -> !entry.movement().on().isAfter(last.atEndOfMonth()))
                      .toList());
          assertThat(sum(reported.stream().map(AccountMovement::movement)))
              .isEqualTo(sum(pair.both().movements().stream()));
        });
  }

  /** In one currency: converted, the sum of an account is rounded once. */
  @Test
  void keepTogetherAtLeastWhatTheyKeptApartOfTheSameStart() {
    forPairs(
        false,
        (pair, _) -> {
          for (WindowLength window : WindowLength.values()) {
            List<Retention> apart = retention(window, pair.first(), pair.second());
            List<Retention> together = retention(window, pair.both());
            for (int i = 0; i < apart.size(); i++) {
              assertThat(together.get(i).start()).isEqualTo(apart.get(i).start());
              assertThat(together.get(i).kept())
                  .isGreaterThanOrEqualTo(apart.get(i).kept())
                  .isLessThanOrEqualTo(together.get(i).start());
              assertThat(together.get(i).end()).isGreaterThanOrEqualTo(apart.get(i).end());
            }
          }
        });
  }

  private static List<Retention> retention(WindowLength window, Booked... accounts) {
    RetentionSeries series = new RetentionSeries(MONTHS, window, TODAY, rates());
    for (Booked account : accounts) {
      series.add(new AccountBalances(account.balances()));
    }
    return series.points().stream().map(RetentionSeries.Point::retention).toList();
  }

  private static List<Movement> until(YearMonth last, Booked booked) {
    return booked.movements().stream()
        .filter(movement -> !movement.on().isAfter(last.atEndOfMonth()))
        .toList();
  }

  private static Amount worth(Booked booked, LocalDate day) {
    return sum(booked.movements().stream().filter(movement -> !movement.on().isAfter(day)));
  }

  private static Amount sum(Stream<Movement> movements) {
    return movements.map(Movement::amount).reduce(Amount.ZERO, Amount::plus);
  }

  private static void forPairs(boolean foreign, BiConsumer<Pair, Random> fact) {
    qt().withExamples(200)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              AccountHistory acme = RandomHistories.account("acme", random, foreign);
              AccountHistory dupe = RandomHistories.account("dupe", random, foreign);
              fact.accept(new Pair(book(acme), book(dupe), book(one(acme, dupe))), random);
            });
  }

  private static AccountHistory one(AccountHistory first, AccountHistory second) {
    return new AccountHistory(
        new OneAccount(first.account(), Set.of(second.account())),
        joined(first.subscriptions(), second.subscriptions()),
        joined(first.invoices(), second.invoices()),
        joined(first.outcomes(), second.outcomes()));
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static Booked book(AccountHistory history) {
    return (Booked) KEEPING.book(history);
  }

  private static ExchangeRates rates() {
    List<ExchangeRate> rates = new ArrayList<>();
    for (int week = 0; week < 170; week++) {
      BigDecimal rate = BigDecimal.valueOf(100 + 7 * week % 13, 2);
      rates.add(new ExchangeRate(day("2023-01-03").plusWeeks(week), EUR, USD, rate));
    }
    return new ExchangeRates(USD, rates);
  }
}
