package io.holdfast.metrics.reporting;

import io.holdfast.metrics.books.Bridge;
import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.MetricPolicy;
import io.holdfast.metrics.retention.RetentionSeries;
import io.holdfast.metrics.retention.WindowLength;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Books to read in.
 *
 * @param today the day as of which the current month is valued
 * @param visible whose books they are
 */
public record OpenedBooks(
    LocalDate today,
    ExchangeRates rates,
    Books books,
    VisibleAccounts visible,
    MetricPolicy policy) {

  /** A figure, and who is not in it. */
  public record Report<T>(T figures, List<RateMissing> excluded) {}

  public CurrencyCode currency() {
    return rates.report();
  }

  public Mono<Report<Bridge>> bridge(PeriodRange range, Basis basis) {
    return reported(books.bridge(range, today, basis, visible));
  }

  public Mono<Report<List<RetentionSeries.Point>>> retention(
      PeriodRange range, WindowLength window) {
    RetentionSeries series = new RetentionSeries(range.begunBy(today), window, today, rates);
    return reported(
        books
            .balances(series.opens(), today, visible)
            .doOnNext(series::add)
            .then(Mono.fromSupplier(series::points)));
  }

  public Mono<Report<Summary>> summary(YearMonth period) {
    PeriodRange range = new PeriodRange(period.minusMonths(1), period);
    List<YearMonth> months = range.begunBy(today);
    RetentionSeries year = new RetentionSeries(months, WindowLength.YEAR, today, rates);
    RetentionSeries month = new RetentionSeries(months, WindowLength.MONTH, today, rates);
    PayingAccounts paying = new PayingAccounts(months, today, rates);
    Mono<Void> counted =
        books
            .balances(year.opens(), today, visible)
            .doOnNext(year::add)
            .doOnNext(month::add)
            .doOnNext(paying::add)
            .then();
    return reported(
        books
            .bridge(range, today, Basis.REPORTED, visible)
            .delayUntil(_ -> counted)
            .map(
                bridge ->
                    Summary.of(bridge.rows(), year.points(), month.points(), paying.counts())));
  }

  private <T> Mono<Report<T>> reported(Mono<T> figures) {
    return figures.zipWhen(_ -> books.excluded(visible).collectList(), Report::new);
  }
}
