package io.holdfast.metrics.booking;

import io.holdfast.messaging.Rebuildable;
import io.holdfast.tenancy.TenantId;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Facts told again from the archive. The books stay as they are until all are told, and are then
 * made anew once; of what the others were told last only differences are announced. What was
 * reported when a month was closed is no projection.
 */
public final class RebuildFacts implements Rebuildable {

  private final Facts facts;
  private final BookAccounts booking;

  public RebuildFacts(Facts facts, BookAccounts booking) {
    this.facts = facts;
    this.booking = booking;
  }

  @Override
  public Map<String, String> consumersByTopic() {
    return Map.of("holdfast.facts", "facts");
  }

  @Override
  public Mono<Void> empty(TenantId tenant) {
    return facts.forget();
  }

  @Override
  public Mono<Void> resume(TenantId tenant) {
    return booking
        .onMergedMeanwhile(tenant)
        .then(Mono.defer(() -> booking.onAll(tenant, facts.accounts())))
        .then(Mono.defer(() -> booking.onDue(tenant)));
  }
}
