package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.admission.Verdicts;
import io.holdfast.ingestion.archive.HeldEntries;
import io.holdfast.ingestion.archive.UnreadEntries;
import io.holdfast.ingestion.entry.BelievableTime;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps events, each once, and admits what all events of the things they are about say now. What
 * cannot be read of them stands in the quarantine until it can.
 */
@Component
public class RecordStripeEvents {
  private final StripeEvents events;
  private final AdmitEntries admission;
  private final HeldEntries held;
  private final UnreadEntries unread;
  private final Clock clock;

  RecordStripeEvents(
      StripeEvents events,
      AdmitEntries admission,
      HeldEntries held,
      UnreadEntries unread,
      Clock clock) {
    this.events = events;
    this.admission = admission;
    this.held = held;
    this.unread = unread;
    this.clock = clock;
  }

  private record Thing(UUID sourceId, String objectId, boolean invoice) {
    static Thing of(StripeEvent event) {
      return new Thing(event.sourceId(), event.objectId(), event.invoice());
    }
  }

  public Mono<Void> record(TenantId tenant, List<StripeEvent> received) {
    if (received.isEmpty()) {
      return Mono.empty();
    }
    return events
        .keep(received)
        .flatMapMany(Flux::fromIterable)
        .filter(StripeEvent::handled)
        .map(Thing::of)
        .distinct()
        .concatMap(this::history)
        .collectList()
        .flatMap(histories -> admit(tenant, histories))
        .then();
  }

  /** Reads a thing anew of which an event stands in the quarantine. */
  public Mono<Verdict> again(TenantId tenant, Entry held) {
    StripeEvent event = StripeEvent.received(held.body().getBytes(StandardCharsets.UTF_8));
    return history(Thing.of(event))
        .flatMap(
            history -> admit(tenant, List.of(history)).map(verdicts -> verdict(history, verdicts)));
  }

  private Mono<StripeHistory> history(Thing thing) {
    return events
        .of(thing.sourceId(), thing.objectId())
        .filter(StripeEvent::handled)
        .filter(event -> event.invoice() == thing.invoice())
        .collectList()
        .map(all -> StripeHistory.of(all, clock.instant().plus(BelievableTime.AHEAD)));
  }

  private Mono<Verdicts> admit(TenantId tenant, List<StripeHistory> histories) {
    List<Entry> readable =
        histories.stream()
            .filter(history -> history.unread().isEmpty())
            .map(StripeHistory::thing)
            .toList();
    return admission
        .admit(tenant, histories.stream().flatMap(one -> one.entries().stream()).toList())
        .flatMap(
            verdicts ->
                held.forget(readable)
                    .then(
                        unread.keep(
                            histories.stream()
                                .map(StripeHistory::unread)
                                .flatMap(Optional::stream)
                                .toList()))
                    .thenReturn(verdicts));
  }

  private static Verdict verdict(StripeHistory history, Verdicts verdicts) {
    if (history.unread().isPresent()) {
      return Verdict.WAITING;
    }
    return verdicts.accepted(history.entries()) > 0 ? Verdict.ACCEPTED : Verdict.DUPLICATE;
  }
}
