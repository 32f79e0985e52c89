package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Booking;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** The books of a tenant. */
public interface Ledgers {

  /**
   * Waits until nobody else books these accounts or what all accounts are booked with. Facts that
   * others committed until then are seen by what is read afterwards.
   */
  Mono<Void> hold(Collection<AccountId> accounts);

  /** Waits until nobody else books anything of the tenant. */
  Mono<Void> holdAll();

  /**
   * @param restatements of closed months, by the accounts among the bookings
   */
  Mono<Void> replace(Collection<Booking> bookings, Collection<AccountMovement> restatements);
}
