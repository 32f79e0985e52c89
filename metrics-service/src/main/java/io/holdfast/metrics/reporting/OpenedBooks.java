package io.holdfast.metrics.reporting;

import io.holdfast.metrics.books.Bridge;
import io.holdfast.metrics.books.BridgeRow;
import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.MetricPolicy;
import io.holdfast.metrics.retention.AccountBalances;
import io.holdfast.metrics.retention.RetentionSeries;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Books to read in.
 *
 * @param today the day as of which the current month is valued
 */
public record OpenedBooks(LocalDate today, ExchangeRates rates, Books books, MetricPolicy policy) {

  /** The months of a bridge, and who is not in them. */
  public record BridgeReport(List<BridgeRow> rows, List<RateMissing> excluded) {}

  public CurrencyCode currency() {
    return rates.report();
  }

  public Mono<BridgeReport> bridge(PeriodRange range, Basis basis, VisibleAccounts visible) {
    return rows(range, basis, visible)
        .zipWhen(_ -> books.excluded(visible).collectList(), BridgeReport::new);
  }

  public Mono<List<RetentionSeries.Point>> retention(
      PeriodRange range, int window, VisibleAccounts visible) {
    RetentionSeries series = new RetentionSeries(range.begunBy(today), window, today, rates);
    return books
        .balances(visible, today)
        .doOnNext(series::add)
        .then(Mono.fromSupplier(series::points));
  }

  public Mono<Summary> summary(YearMonth period, VisibleAccounts visible) {
    PeriodRange range = new PeriodRange(period.minusMonths(1), period);
    List<YearMonth> months = range.begunBy(today);
    RetentionSeries yearly = new RetentionSeries(months, 12, today, rates);
    RetentionSeries monthly = new RetentionSeries(months, 1, today, rates);
    PayingAccounts paying = new PayingAccounts(months, today, rates);
    return rows(range, Basis.REPORTED, visible)
        .zipWhen(
            _ ->
                books
                    .balances(visible, today)
                    .doOnNext(account -> addTo(account, yearly, monthly, paying))
                    .then(Mono.fromSupplier(yearly::points)))
        .map(found -> Summary.of(found.getT1(), found.getT2(), monthly.points(), paying.counts()));
  }

  private static void addTo(
      AccountBalances account,
      RetentionSeries yearly,
      RetentionSeries monthly,
      PayingAccounts paying) {
    yearly.add(account);
    monthly.add(account);
    paying.add(account);
  }

  private Mono<List<BridgeRow>> rows(PeriodRange range, Basis basis, VisibleAccounts visible) {
    Bridge bridge = new Bridge(range, today);
    return books
        .movements(basis, visible, today)
        .doOnNext(bridge::add)
        .then(Mono.fromSupplier(bridge::rows));
  }
}
