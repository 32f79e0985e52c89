package io.holdfast.messaging.rebuild;

import io.holdfast.messaging.Rebuildable;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** Counts what was fed until all of it has been dealt with, and then lets the service go on. */
public final class FedMessages {
  private final Rebuildable rebuildable;
  private final Rebuilds rebuilds;
  private final TenantTransactions transactions;

  FedMessages(Rebuildable rebuildable, Rebuilds rebuilds, TenantTransactions transactions) {
    this.rebuildable = rebuildable;
    this.rebuilds = rebuilds;
    this.transactions = transactions;
  }

  public Mono<Void> handled(TenantId tenant, int generation, Collection<String> ids) {
    return then(tenant, Mono.defer(() -> rebuilds.handled(tenant, generation, ids)));
  }

  /** No more will come. */
  public Mono<Void> all(TenantId tenant, int generation, long fed) {
    return then(tenant, Mono.defer(() -> rebuilds.fed(tenant, generation, fed)));
  }

  private Mono<Void> then(TenantId tenant, Mono<Void> counting) {
    return transactions.run(
        tenant,
        () ->
            counting
                .then(Mono.defer(() -> rebuilds.finish(tenant)))
                .flatMap(finished -> finished ? rebuildable.resume(tenant) : Mono.empty()));
  }
}
