package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Has accounts looked at again when their books say that something changes. */
public interface Agenda {

  /** Takes the place of what was planned for these accounts. */
  Mono<Void> plan(TenantId tenant, Collection<Look> looks);

  Mono<List<AccountId>> due(Instant now);

  /** Waits for the next look that is planned; nobody else may plan meanwhile. */
  Mono<Void> goOn(TenantId tenant);

  /**
   * When to look at an account.
   *
   * @param at empty when nothing is to change
   */
  record Look(AccountId account, Optional<Instant> at) {}
}
