package io.holdfast.notification.responding;

import io.holdfast.notification.telling.Digests;
import io.holdfast.notification.telling.Digests.Waiting;
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

  /** Kind of the timer that says that a load has calmed down. */
  public static final String TIMER = "digest";

  private final Alerts alerts;
  private final Digests digests;
  private final TellPeople tell;
  private final AdvanceRun advance;

  public SendDigest(Alerts alerts, Digests digests, TellPeople tell, AdvanceRun advance) {
    this.alerts = alerts;
    this.digests = digests;
    this.tell = tell;
    this.advance = advance;
  }

  public Mono<Void> due(TenantId tenant) {
    return alerts
        .holdAll()
        .thenMany(digests.take())
        .collectList()
        .flatMap(
            waiting -> hush(tenant, waiting).then(Mono.defer(() -> send(tenant, spoken(waiting)))));
  }

  /** What a payment alert has muted meanwhile is told when that is closed. */
  private Mono<Void> hush(TenantId tenant, List<Waiting> waiting) {
    return Flux.fromIterable(waiting)
        .filter(Waiting::isMuted)
        .concatMap(muted -> advance.insteadOfDigest(tenant, muted.run()))
        .then();
  }

  private static List<Waiting> spoken(List<Waiting> waiting) {
    return waiting.stream().filter(one -> !one.isMuted()).toList();
  }

  private Mono<Void> send(TenantId tenant, List<Waiting> waiting) {
    return waiting.isEmpty()
        ? Mono.empty()
        : tell.digest(tenant, waiting).flatMap(told -> goOn(tenant, told));
  }

  private Mono<Void> goOn(TenantId tenant, Map<UUID, Told> told) {
    return Flux.fromIterable(List.copyOf(told.entrySet()))
        .concatMap(run -> advance.afterDigest(tenant, run.getKey(), run.getValue()))
        .then();
  }
}
