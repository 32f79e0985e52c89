package io.holdfast.metrics.reporting;

import io.holdfast.metrics.books.Bridge;
import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.retention.AccountBalances;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledgers of a tenant's accounts. */
public interface Books {

  /** Over the months that have begun by the day, without what is booked ahead of it. */
  Mono<Bridge> bridge(PeriodRange range, LocalDate asOf, Basis basis, VisibleAccounts visible);

  /**
   * What each account was worth at the end of each month and on the last day.
   *
   * @param first the last day of a month
   */
  Flux<AccountBalances> balances(LocalDate first, LocalDate last, VisibleAccounts visible);

  /** The accounts that are left out of the books. */
  Flux<RateMissing> excluded(VisibleAccounts visible);
}
