package io.holdfast.metrics.booking;

import io.holdfast.messaging.Mergeable;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Two accounts become one. Facts stay as they were told, and so does what was reported of closed
 * months; the books are made of both from now on.
 */
public final class MergeBooks implements Mergeable {

  private final Facts facts;
  private final BookAccounts booking;

  public MergeBooks(Facts facts, BookAccounts booking) {
    this.facts = facts;
    this.booking = booking;
  }

  @Override
  public Mono<Void> merge(TenantId tenant, String from, String into) {
    AccountId kept = new AccountId(into);
    return facts
        .meet(List.of(kept))
        .then(Mono.defer(() -> booking.onMerged(tenant, new AccountId(from), kept)));
  }
}
