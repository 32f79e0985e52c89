package io.holdfast.metrics.reporting;

import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Booking;
import io.holdfast.metrics.ledger.Booking.Booked;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.retention.AccountBalances;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;

/** Books made for the occasion, from what was known at another time. */
record FoldedBooks(List<Booking> bookings) implements Books {

  @Override
  public Flux<AccountMovement> movements(VisibleAccounts visible, LocalDate until) {
    return booked(visible)
        .flatMapIterable(account -> account.entries().toList())
        .filter(entry -> !entry.movement().on().isAfter(until));
  }

  @Override
  public Flux<AccountBalances> balances(VisibleAccounts visible, LocalDate until) {
    return booked(visible)
        .map(
            account ->
                new AccountBalances(
                    account.balances().stream()
                        .filter(balance -> !balance.from().isAfter(until))
                        .toList()));
  }

  @Override
  public Flux<RateMissing> excluded(VisibleAccounts visible) {
    return Flux.fromIterable(bookings)
        .ofType(RateMissing.class)
        .filter(missing -> visible.include(missing.account()));
  }

  private Flux<Booked> booked(VisibleAccounts visible) {
    return Flux.fromIterable(bookings)
        .ofType(Booked.class)
        .filter(account -> visible.include(account.account()));
  }
}
