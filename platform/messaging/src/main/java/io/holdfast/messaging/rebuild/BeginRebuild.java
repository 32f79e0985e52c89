package io.holdfast.messaging.rebuild;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.messaging.Rebuildable;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Raises a tenant's generation, empties its projections and asks ingestion to feed them, all in one
 * transaction in which no message of the tenant is handled: each message is either handled before
 * and fed again, or handled after under the new generation.
 */
final class BeginRebuild {
  private static final String REQUESTS = "holdfast.rebuild-requests";

  private final String service;
  private final Rebuildable rebuildable;
  private final Rebuilds rebuilds;
  private final Outbox outbox;
  private final TenantTransactions transactions;
  private final Clock clock;

  BeginRebuild(
      String service,
      Rebuildable rebuildable,
      Rebuilds rebuilds,
      Outbox outbox,
      TenantTransactions transactions,
      Clock businessClock) {
    this.service = service;
    this.rebuildable = rebuildable;
    this.rebuilds = rebuilds;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = businessClock;
  }

  private record Asked(String service, int generation) {}

  /** 409 while one is under way. */
  Mono<Rebuild> of(Principal principal) {
    TenantId tenant = principal.tenant();
    return transactions.run(
        tenant,
        () ->
            rebuilds
                .take(tenant)
                .flatMap(now -> now.rebuilding() ? Mono.error(underWay(now)) : Mono.just(now))
                .flatMap(now -> begin(tenant, now.generation() + 1, principal.subject()))
                .then(Mono.defer(() -> rebuilds.find(tenant))));
  }

  private Mono<Void> begin(TenantId tenant, int generation, String by) {
    return rebuilds
        .begin(tenant, generation, by)
        .then(Mono.defer(() -> rebuildable.empty(tenant)))
        .then(Mono.defer(() -> outbox.append(asked(tenant, generation))));
  }

  private OutgoingMessage asked(TenantId tenant, int generation) {
    return new OutgoingMessage(
        REQUESTS,
        tenant,
        null,
        service + ".rebuild-asked.v1",
        clock.instant(),
        new Asked(service, generation),
        Map.of());
  }

  private static Problem underWay(Rebuild now) {
    return Problem.conflict(
        "rebuild_under_way",
        "A rebuild was asked for at %s by %s and is not finished; ask for its progress."
            .formatted(now.askedAt(), now.askedBy()));
  }
}
