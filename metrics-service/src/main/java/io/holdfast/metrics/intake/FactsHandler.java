package io.holdfast.metrics.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.metrics.booking.BookAccounts;
import io.holdfast.metrics.booking.Facts;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import reactor.core.publisher.Mono;

/** Keeps the facts of a batch and books each account they are about once. */
public final class FactsHandler implements MessageHandler {

  private final Facts facts;
  private final BookAccounts booking;

  public FactsHandler(Facts facts, BookAccounts booking) {
    this.facts = facts;
    this.booking = booking;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    FactBatch batch = FactBatch.of(messages);
    return facts
        .addAccounts(batch.accounts())
        .then(facts.addPhases(batch.phases()))
        .then(facts.addInvoices(batch.invoices()))
        .then(facts.addOutcomes(batch.outcomes()))
        .then(facts.addRates(batch.rates()))
        .then(Mono.defer(() -> book(tenant, batch)));
  }

  private Mono<Void> book(TenantId tenant, FactBatch batch) {
    return facts
        .affected(batch.phases(), batch.invoices())
        .map(affected -> withOutcomes(affected, batch))
        .flatMap(
            accounts ->
                batch.rates().isEmpty()
                    ? booking.on(tenant, accounts)
                    : booking.onRates(tenant, batch.currencies(), accounts));
  }

  private static Set<AccountId> withOutcomes(Set<AccountId> affected, FactBatch batch) {
    Set<AccountId> accounts = new TreeSet<>(affected);
    accounts.addAll(batch.decided());
    return accounts;
  }
}
