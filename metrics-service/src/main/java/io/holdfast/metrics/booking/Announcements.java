package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.ledger.Standing;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** Tells the rest of the platform what changed; what was told already is not told again. */
public interface Announcements {

  Mono<Void> announce(TenantId tenant, Instant at, Collection<News> news);

  /**
   * What the others were told of the first they were told of the other: what moved of either is no
   * news because it moved of both.
   */
  Mono<Void> takeOver(AccountId from, AccountId into, Collection<News> news);

  /**
   * How an account stands now.
   *
   * @param moved what moved lately
   */
  record News(Standing standing, Collection<Movement> moved) {

    public AccountId account() {
      return standing.account();
    }
  }
}
