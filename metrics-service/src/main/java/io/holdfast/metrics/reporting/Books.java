package io.holdfast.metrics.reporting;

import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.retention.AccountBalances;
import java.time.LocalDate;
import reactor.core.publisher.Flux;

/** The ledgers of a tenant's accounts. */
public interface Books {

  Flux<AccountMovement> movements(Basis basis, VisibleAccounts visible, LocalDate until);

  Flux<AccountBalances> balances(VisibleAccounts visible, LocalDate until);

  /** The accounts that are left out of the books. */
  Flux<RateMissing> excluded(VisibleAccounts visible);
}
