package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryPlayRuns implements PlayRuns {

  private final Map<UUID, PlayRun> runs = new LinkedHashMap<>();
  private final List<RunEntry> audit = new ArrayList<>();

  public List<PlayRun> all() {
    return List.copyOf(runs.values());
  }

  @Override
  public Mono<PlayRun> byId(UUID id) {
    return Mono.fromSupplier(() -> runs.get(id));
  }

  @Override
  public Flux<PlayRun> runningFor(UUID alertId) {
    return Flux.defer(
        () ->
            Flux.fromIterable(all())
                .filter(run -> run.isRunning() && run.alertId().equals(alertId)));
  }

  @Override
  public Mono<Instant> lastTold(String play, String accountId, Severity atLeast, UUID exceptAlert) {
    return Mono.defer(
        () ->
            Mono.justOrEmpty(
                all().stream()
                    .filter(run -> run.play().equals(play) && run.accountId().equals(accountId))
                    .filter(run -> !run.alertId().equals(exceptAlert))
                    .filter(run -> !atLeast.exceeds(run.severity()))
                    .map(this::told)
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo)));
  }

  private Optional<Instant> told(PlayRun run) {
    return audit.stream()
        .filter(entry -> entry.runId().equals(run.id()) && entry.outcome().equals("told"))
        .map(RunEntry::at)
        .max(Instant::compareTo);
  }

  @Override
  public Mono<Void> save(PlayRun run) {
    return Mono.fromRunnable(() -> runs.put(run.id(), run));
  }

  @Override
  public Mono<Void> record(RunEntry entry) {
    return Mono.fromRunnable(() -> audit.add(entry));
  }
}
