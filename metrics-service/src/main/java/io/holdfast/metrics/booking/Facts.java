package io.holdfast.metrics.booking;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.money.ExchangeRate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What was heard about a tenant's accounts. Adding a fact again changes nothing. */
public interface Facts {

  Mono<Void> addAccounts(Collection<NamedAccount> accounts);

  /**
   * An account may be told of by its contracts, or by what it merged with, before it is by name.
   */
  Mono<Void> meet(Collection<AccountId> accounts);

  Mono<Void> addPhases(Collection<Recorded<Phase>> phases);

  Mono<Void> addInvoices(Collection<Recorded<Invoice>> invoices);

  Mono<Void> addOutcomes(Collection<AccountOutcome> outcomes);

  Mono<Void> addRates(Collection<Recorded<ExchangeRate>> rates);

  /**
   * The accounts whose books these facts may change, also those that held one of the same invoices
   * or subscriptions before.
   */
  Mono<Set<AccountId>> affected(
      Collection<Recorded<Phase>> phases, Collection<Recorded<Invoice>> invoices);

  /** Without those that are another one now. */
  Mono<List<AccountId>> accounts();

  /** Nothing was heard, except that the accounts are there. */
  Mono<Void> forget();

  /** An outcome and whose it is. */
  record AccountOutcome(AccountId account, Recorded<Outcome> outcome) {}
}
