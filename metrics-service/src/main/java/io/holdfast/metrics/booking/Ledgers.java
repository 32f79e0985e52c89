package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Booking;
import java.util.Collection;
import java.util.List;
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

  /** Nothing is booked of an account any more; what was reported of it in closed months stays. */
  Mono<Void> forget(AccountId account);

  /** Accounts that are booked though they are another one now. */
  Mono<List<Gone>> gone();

  /** An account and which one it is now. */
  record Gone(AccountId account, AccountId now) {}

  /**
   * @param restatements of closed months, by the accounts among the bookings
   */
  Mono<Void> replace(Collection<Booking> bookings, Collection<AccountMovement> restatements);
}
