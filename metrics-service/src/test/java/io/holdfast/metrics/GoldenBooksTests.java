package io.holdfast.metrics;

import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.USD;
import static io.holdfast.metrics.HistoryFixture.account;
import static io.holdfast.metrics.HistoryFixture.day;
import static io.holdfast.metrics.HistoryFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.metrics.books.BridgeFold;
import io.holdfast.metrics.books.BridgeRow;
import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.ledger.AccountHistory;
import io.holdfast.metrics.ledger.BookKeeping;
import io.holdfast.metrics.ledger.Booking.Booked;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.Interval;
import io.holdfast.metrics.retention.AccountBalances;
import io.holdfast.metrics.retention.Retention;
import io.holdfast.metrics.retention.RetentionSeries;
import io.holdfast.metrics.retention.WindowLength;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Books computed by hand.
 *
 * <pre>
 * weekly     100 a week       from 15 Jan 2025   100 × 52 ÷ 12  =  433.33333333
 * quarterly  1,000 a quarter  from  1 Oct 2024   1000 ÷ 3       =  333.33333333
 *              700 a quarter  from  1 Apr 2025    700 ÷ 3       =  233.33333333   contraction of 100
 *                     ended        1 Jul 2025                       churn of 233.33333333
 *              250 a month    from 10 Oct 2025                      reactivation of 250
 * yearly     52,000 a year    from  1 Jun 2024   52000 ÷ 12     = 4333.33333333
 *            60,000 a year    from  1 Jun 2025   60000 ÷ 12     = 5000              expansion of 666.66666667
 * </pre>
 */
class GoldenBooksTests {

  private static final LocalDate TODAY = day("2025-10-20");
  private static final ExchangeRates RATES = ExchangeRates.none(USD);

  private static final List<AccountHistory> COMPANY =
      List.of(
          account("weekly").pays("w", "2025-01-15", null, usd("100", Interval.WEEK)).history(),
          account("quarterly")
              .pays("q", "2024-10-01", null, usd("1000", Interval.QUARTER))
              .pays("q", "2025-04-01", "2025-07-01", usd("700", Interval.QUARTER))
              .pays("q2", "2025-10-10", null, usd("250", Interval.MONTH))
              .history(),
          account("yearly")
              .pays("y", "2024-06-01", null, usd("52000", Interval.YEAR))
              .pays("y", "2025-06-01", null, usd("60000", Interval.YEAR))
              .history());

  @Test
  void bridgesEachMonthToTheNext() {
    BridgeFold fold = new BridgeFold(range("2024-12", "2025-12"), TODAY);
    for (Booked account : booked()) {
      account.entries().forEach(fold::add);
    }

    assertThat(fold.bridge().rows().stream().map(GoldenBooksTests::line))
        .containsExactly(
            // period start new reactivation expansion contraction churn end
            // before: quarterly 333.33333333 + yearly 4333.33333333
            "2024-12 4666.66666666 0 0 0 0 0 4666.66666666",
            // + 433.33333333
            "2025-01 4666.66666666 433.33333333 0 0 0 0 5099.99999999",
            "2025-02 5099.99999999 0 0 0 0 0 5099.99999999",
            "2025-03 5099.99999999 0 0 0 0 0 5099.99999999",
            // 233.33333333 − 333.33333333
            "2025-04 5099.99999999 0 0 0 -100 0 4999.99999999",
            "2025-05 4999.99999999 0 0 0 0 0 4999.99999999",
            // 5000 − 4333.33333333
            "2025-06 4999.99999999 0 0 666.66666667 0 0 5666.66666666",
            "2025-07 5666.66666666 0 0 0 0 -233.33333333 5433.33333333",
            "2025-08 5433.33333333 0 0 0 0 0 5433.33333333",
            "2025-09 5433.33333333 0 0 0 0 0 5433.33333333",
            // 433.33333333 + 250 + 5000; months after the current one are not listed
            "2025-10 5433.33333333 0 250 0 0 0 5683.33333333");
  }

  @Test
  void measuresTheClosedCohortOfEachMonth() {
    List<RetentionSeries.Point> points = series("2025-01", "2025-12", WindowLength.MONTH);

    assertThat(points.stream().map(GoldenBooksTests::line))
        .containsExactly(
            // period nrr grr logo
            "2025-01 1 1 1", // the weekly account is new, so in no cohort yet
            "2025-02 1 1 1",
            "2025-03 1 1 1",
            // 4999.99999999 ÷ 5099.99999999
            "2025-04 0.980392156862707 0.980392156862707 1",
            "2025-05 1 1 1",
            // 5666.66666666 ÷ 4999.99999999; the expansion is not in GRR
            "2025-06 1.13333333333427 1 1",
            // 5433.33333333 ÷ 5666.66666666; two accounts of three
            "2025-07 0.958823529412304 0.958823529412304 0.666666666666667",
            "2025-08 1 1 1",
            "2025-09 1 1 1",
            // the return is in no cohort: its account had nothing at the end of September
            "2025-10 1 1 1");
  }

  @Test
  void measuresOverTwelveMonths() {
    Retention year = series("2025-10", "2025-10", WindowLength.YEAR).getFirst().retention();

    // cohort at the end of 31 Oct 2024: quarterly 333.33333333, yearly 4333.33333333
    // as of 20 Oct 2025: quarterly 250 (it is back), yearly 5000
    assertThat(year.start()).hasToString("4666.66666666");
    assertThat(year.end()).hasToString("5250");
    assertThat(year.kept()).hasToString("4583.33333333"); // 250 + 4333.33333333
    assertThat(year.nrr()).hasValueSatisfying(v -> assertThat(v).hasToString("1.12500000000161"));
    assertThat(year.grr()).hasValueSatisfying(v -> assertThat(v).hasToString("0.982142857143546"));
    assertThat(year.logoRetention()).hasValueSatisfying(v -> assertThat(v).hasToString("1"));
  }

  @Test
  void answersNothingForAnEmptyCohort() {
    Retention before = series("2024-06", "2024-06", WindowLength.MONTH).getFirst().retention();

    assertThat(before.nrr()).isEmpty();
    assertThat(before.grr()).isEmpty();
    assertThat(before.logoRetention()).isEmpty();
    assertThat(before.customerChurn()).isEmpty();
  }

  private static List<RetentionSeries.Point> series(String from, String to, WindowLength window) {
    List<YearMonth> months = range(from, to).begunBy(TODAY);
    RetentionSeries series = new RetentionSeries(months, window, TODAY, RATES);
    booked().forEach(account -> series.add(new AccountBalances(account.balances())));
    return series.points();
  }

  private static List<Booked> booked() {
    BookKeeping books = new BookKeeping(POLICY, RATES);
    return COMPANY.stream().map(books::book).map(Booked.class::cast).toList();
  }

  private static PeriodRange range(String from, String to) {
    return new PeriodRange(YearMonth.parse(from), YearMonth.parse(to));
  }

  private static String line(BridgeRow row) {
    String moved =
        Stream.of(
                MovementKind.NEW,
                MovementKind.REACTIVATION,
                MovementKind.EXPANSION,
                MovementKind.CONTRACTION,
                MovementKind.CHURN)
            .map(kind -> row.amount(kind).toString())
            .collect(Collectors.joining(" "));
    return "%s %s %s %s".formatted(row.period(), row.start(), moved, row.end());
  }

  private static String line(RetentionSeries.Point point) {
    Retention retention = point.retention();
    return "%s %s %s %s"
        .formatted(
            point.period(),
            retention.nrr().orElseThrow().toPlainString(),
            retention.grr().orElseThrow().toPlainString(),
            retention.logoRetention().orElseThrow().toPlainString());
  }
}
