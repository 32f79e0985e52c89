package io.holdfast.notification.responding;

import io.holdfast.notification.telling.Digests;
import io.holdfast.notification.telling.TellPeople;
import io.holdfast.notification.telling.Told;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends what history brought up as one message to each person and channel. */
public final class SendDigest {

  private final Digests digests;
  private final TellPeople tell;
  private final AdvanceRun advance;

  public SendDigest(Digests digests, TellPeople tell, AdvanceRun advance) {
    this.digests = digests;
    this.tell = tell;
    this.advance = advance;
  }

  public Mono<Void> due(TenantId tenant) {
    return digests
        .take()
        .collectList()
        .filter(waiting -> !waiting.isEmpty())
        .flatMap(waiting -> tell.digest(tenant, waiting))
        .flatMap(told -> goOn(tenant, told));
  }

  private Mono<Void> goOn(TenantId tenant, Map<UUID, Told> told) {
    return Flux.fromIterable(List.copyOf(told.entrySet()))
        .concatMap(run -> advance.afterDigest(tenant, run.getKey(), run.getValue()))
        .then();
  }
}
