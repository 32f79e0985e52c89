package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps events, each once, and admits what all events of the things they are about say now. */
@Component
public class RecordStripeEvents {
  private final StripeEvents events;
  private final AdmitEntries admission;

  RecordStripeEvents(StripeEvents events, AdmitEntries admission) {
    this.events = events;
    this.admission = admission;
  }

  private record Thing(UUID sourceId, String objectId) {}

  public Mono<Void> record(TenantId tenant, List<StripeEvent> received) {
    if (received.isEmpty()) {
      return Mono.empty();
    }
    return events
        .keep(received)
        .flatMapIterable(news -> news)
        .filter(StripeEvent::handled)
        .map(event -> new Thing(event.sourceId(), event.objectId()))
        .distinct()
        .concatMap(thing -> events.of(thing.sourceId(), thing.objectId()).collectList())
        .flatMapIterable(StripeHistory::entries)
        .collectList()
        .flatMap(entries -> admission.admit(tenant, entries))
        .then();
  }
}
