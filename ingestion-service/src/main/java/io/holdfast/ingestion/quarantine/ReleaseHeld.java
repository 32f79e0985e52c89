package io.holdfast.ingestion.quarantine;

import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.admission.Verdicts;
import io.holdfast.ingestion.archive.Appearances;
import io.holdfast.ingestion.archive.Held;
import io.holdfast.ingestion.archive.HeldEntries;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.identity.Directory;
import io.holdfast.ingestion.imports.Imports;
import io.holdfast.ingestion.mapping.RecordDeliveries;
import io.holdfast.ingestion.stripe.RecordStripeEvents;
import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets entries in whose account has appeared, however it did. Runs after every transaction in which
 * something was held or somebody appeared, and looks only at what those were about.
 */
@Component
class ReleaseHeld implements TimerHandler {
  private static final int AT_A_TIME = 5_000;

  private final HeldEntries held;
  private final Appearances appearances;
  private final Directory directory;
  private final AdmitEntries admission;
  private final RecordStripeEvents stripe;
  private final RecordDeliveries deliveries;
  private final Imports imports;
  private final Timers timers;

  ReleaseHeld(
      HeldEntries held,
      Appearances appearances,
      Directory directory,
      AdmitEntries admission,
      RecordStripeEvents stripe,
      RecordDeliveries deliveries,
      Imports imports,
      Timers timers) {
    this.held = held;
    this.appearances = appearances;
    this.directory = directory;
    this.admission = admission;
    this.stripe = stripe;
    this.deliveries = deliveries;
    this.imports = imports;
    this.timers = timers;
  }

  @Override
  public String kind() {
    return AdmitEntries.RELEASE;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    TenantId tenant = timer.tenant();
    return appearances
        .take(AT_A_TIME)
        .flatMap(
            news ->
                letIn(tenant, news)
                    .flatMap(
                        more ->
                            appearances
                                .note(more ? news : List.of())
                                .thenReturn(more || news.size() == AT_A_TIME)))
        .filter(more -> more)
        .flatMap(_ -> timers.set(tenant, timer.kind(), timer.key(), Instant.EPOCH, ""));
  }

  /** Whether there is more to let in than one transaction should. */
  private Mono<Boolean> letIn(TenantId tenant, List<Reference> news) {
    return directory
        .through(news)
        .flatMap(directory::accounts)
        .filter(found -> !found.isEmpty())
        .flatMap(found -> held.takeThoseAwaiting(found.keySet(), AT_A_TIME))
        .flatMap(entries -> admit(tenant, entries).thenReturn(entries.size() == AT_A_TIME))
        .defaultIfEmpty(false);
  }

  /** Takes one entry out and tries it again; empty when there is none with this id. */
  Mono<Verdict> replay(TenantId tenant, UUID id) {
    return held.take(id).flatMap(taken -> replay(tenant, taken));
  }

  Mono<Verdict> replay(TenantId tenant, Held taken) {
    return again(tenant, taken)
        .flatMap(
            verdict ->
                verdict == Verdict.WAITING
                    ? held.keepPlace(taken).thenReturn(verdict)
                    : Mono.just(verdict));
  }

  private Mono<Verdict> again(TenantId tenant, Held taken) {
    return switch (taken.form()) {
      case ENTRY ->
          admit(tenant, List.of(taken.entry())).map(verdicts -> verdicts.of(taken.entry()));
      case STRIPE_EVENT -> stripe.again(tenant, taken.entry());
      case DELIVERY -> deliveries.again(tenant, taken.entry());
    };
  }

  private Mono<Verdicts> admit(TenantId tenant, List<Entry> entries) {
    return admission
        .admit(tenant, entries)
        .flatMap(
            verdicts -> imports.entered(acceptedOfLoad(entries, verdicts)).thenReturn(verdicts));
  }

  private static Map<String, Long> acceptedOfLoad(List<Entry> entries, Verdicts verdicts) {
    return entries.stream()
        .filter(entry -> entry.knowledge().load() != null)
        .filter(entry -> verdicts.of(entry) == Verdict.ACCEPTED)
        .collect(
            Collectors.groupingBy(
                entry -> Objects.requireNonNull(entry.knowledge().load()), Collectors.counting()));
  }
}
