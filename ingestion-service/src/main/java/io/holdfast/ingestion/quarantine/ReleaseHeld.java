package io.holdfast.ingestion.quarantine;

import io.holdfast.ingestion.admission.AdmitEntries;
import io.holdfast.ingestion.admission.Verdicts;
import io.holdfast.ingestion.archive.HeldEntries;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.identity.Directory;
import io.holdfast.ingestion.imports.Imports;
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
 * something was held or somebody appeared; whichever of two concurrent ones commits last, its run
 * sees both.
 */
@Component
class ReleaseHeld implements TimerHandler {
  private static final int AT_A_TIME = 5_000;

  private final HeldEntries held;
  private final Directory directory;
  private final AdmitEntries admission;
  private final Imports imports;
  private final Timers timers;

  ReleaseHeld(
      HeldEntries held,
      Directory directory,
      AdmitEntries admission,
      Imports imports,
      Timers timers) {
    this.held = held;
    this.directory = directory;
    this.admission = admission;
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
    return held.awaited()
        .collectList()
        .flatMap(directory::accounts)
        .filter(found -> !found.isEmpty())
        .flatMap(found -> held.takeThoseAwaiting(found.keySet(), AT_A_TIME))
        .flatMap(
            entries ->
                admit(tenant, entries)
                    .then(
                        entries.size() < AT_A_TIME
                            ? Mono.empty()
                            : timers.set(tenant, timer.kind(), timer.key(), Instant.EPOCH, "")));
  }

  /** Takes one entry out and tries it again; empty when there is none with this id. */
  Mono<Verdict> replay(TenantId tenant, UUID id) {
    return held.take(id)
        .flatMap(entry -> admit(tenant, List.of(entry)).map(verdicts -> verdicts.of(entry)));
  }

  private Mono<Verdicts> admit(TenantId tenant, List<Entry> entries) {
    return admission
        .admit(tenant, entries)
        .flatMap(verdicts -> imports.entered(byLoad(entries, verdicts)).thenReturn(verdicts));
  }

  private static Map<String, Map<Verdict, Long>> byLoad(List<Entry> entries, Verdicts verdicts) {
    return entries.stream()
        .filter(entry -> entry.knowledge().load() != null && verdicts.of(entry) != Verdict.WAITING)
        .collect(
            Collectors.groupingBy(
                entry -> Objects.requireNonNull(entry.knowledge().load()),
                Collectors.groupingBy(verdicts::of, Collectors.counting())));
  }
}
