package io.holdfast.metrics.reporting;

import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Booking;
import io.holdfast.metrics.ledger.Booking.Booked;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.retention.AccountBalances;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;

/** Books made for the occasion, from what was known at another time. */
record FoldedBooks(List<Kept> accounts) implements Books {

  /**
   * An account's books.
   *
   * @param reported the movements with those of closed months as they were closed
   */
  record Kept(Booking booking, List<Movement> reported) {}

  @Override
  public Flux<AccountMovement> movements(Basis basis, VisibleAccounts visible, LocalDate until) {
    return kept(visible)
        .flatMapIterable(account -> entries(account, basis))
        .filter(entry -> !entry.movement().on().isAfter(until));
  }

  @Override
  public Flux<AccountBalances> balances(VisibleAccounts visible, LocalDate until) {
    return kept(visible)
        .map(Kept::booking)
        .ofType(Booked.class)
        .map(
            account ->
                new AccountBalances(
                    account.balances().stream()
                        .filter(balance -> !balance.from().isAfter(until))
                        .toList()));
  }

  @Override
  public Flux<RateMissing> excluded(VisibleAccounts visible) {
    return kept(visible).map(Kept::booking).ofType(RateMissing.class);
  }

  private static List<AccountMovement> entries(Kept account, Basis basis) {
    List<Movement> movements =
        switch (basis) {
          case REPORTED -> account.reported;
          case RESTATED -> account.booking.movements();
        };
    return movements.stream()
        .map(movement -> new AccountMovement(account.booking.account(), movement))
        .toList();
  }

  private Flux<Kept> kept(VisibleAccounts visible) {
    return Flux.fromIterable(accounts)
        .filter(account -> visible.include(account.booking.account()));
  }
}
