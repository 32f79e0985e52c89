package io.holdfast.metrics.reporting;

import io.holdfast.metrics.books.Bridge;
import io.holdfast.metrics.books.BridgeFold;
import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Booking;
import io.holdfast.metrics.ledger.Booking.Booked;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.retention.AccountBalances;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Books made for the occasion, from what was known at another time. */
record FoldedBooks(List<Kept> accounts) implements Books {

  /**
   * An account's books.
   *
   * @param reported the movements with those of closed months as they were closed
   */
  record Kept(Booking booking, List<AccountMovement> reported) {

    static List<AccountMovement> booked(Booking booking) {
      return booking.movements().stream()
          .map(movement -> new AccountMovement(booking.account(), movement))
          .toList();
    }

    AccountId account() {
      return booking.account();
    }

    List<AccountMovement> movements(Basis basis) {
      return switch (basis) {
        case REPORTED -> reported;
        case RESTATED -> booked(booking);
      };
    }
  }

  @Override
  public Mono<Bridge> bridge(
      PeriodRange range, LocalDate asOf, Basis basis, VisibleAccounts visible) {
    return kept(visible)
        .flatMapIterable(kept -> kept.movements(basis))
        .collect(() -> new BridgeFold(range, asOf), BridgeFold::add)
        .map(BridgeFold::bridge);
  }

  @Override
  public Flux<AccountBalances> balances(LocalDate first, LocalDate last, VisibleAccounts visible) {
    return kept(visible)
        .map(Kept::booking)
        .ofType(Booked.class)
        .map(booked -> new AccountBalances(booked.balances()));
  }

  @Override
  public Flux<RateMissing> excluded(VisibleAccounts visible) {
    return kept(visible).map(Kept::booking).ofType(RateMissing.class);
  }

  private Flux<Kept> kept(VisibleAccounts visible) {
    return Flux.fromIterable(accounts).filter(kept -> visible.include(kept.account()));
  }
}
