package io.holdfast.ingestion.quarantine;

import io.holdfast.ingestion.archive.Held;
import io.holdfast.ingestion.archive.HeldEntries;
import io.holdfast.ingestion.archive.HeldFilter;
import io.holdfast.ingestion.archive.HeldTally;
import io.holdfast.ingestion.archive.HeldTally.Outcome;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.imports.Imports;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Replays and discards many entries, a bounded part at a time. */
@Component
class ManyHeld {
  private final HeldEntries held;
  private final HeldTally tally;
  private final ReleaseHeld release;
  private final Imports imports;
  private final Clock clock;

  ManyHeld(HeldEntries held, HeldTally tally, ReleaseHeld release, Imports imports, Clock clock) {
    this.held = held;
    this.tally = tally;
    this.release = release;
    this.imports = imports;
    this.clock = clock;
  }

  /**
   * What became of a part.
   *
   * @param last the entry to go on behind
   */
  record Replayed(Map<Verdict, Long> verdicts, int taken, @Nullable UUID last) {
    long of(Verdict verdict) {
      return verdicts.getOrDefault(verdict, 0L);
    }
  }

  Mono<Replayed> replay(TenantId tenant, HeldFilter filter, @Nullable UUID after, int limit) {
    return held.take(filter, after, limit)
        .flatMap(
            taken ->
                Flux.fromIterable(taken)
                    .concatMap(one -> release.replay(tenant, one))
                    .collect(
                        Collectors.groupingBy(
                            verdict -> verdict,
                            () -> new EnumMap<>(Verdict.class),
                            Collectors.counting()))
                    .map(verdicts -> new Replayed(verdicts, taken.size(), last(taken))));
  }

  /** Drops entries; they stay counted, and lines of an import count as rejected. */
  Mono<Long> discard(HeldFilter filter, int limit) {
    return held.take(filter, null, limit).flatMap(this::counted);
  }

  /** Whether there was such an entry. */
  Mono<Boolean> discard(UUID id) {
    return held.take(id).flatMap(one -> counted(List.of(one))).hasElement();
  }

  private Mono<Long> counted(List<Held> gone) {
    Map<String, Long> reasons =
        gone.stream().collect(Collectors.groupingBy(Held::reason, Collectors.counting()));
    Map<String, Long> loads =
        gone.stream()
            .filter(one -> one.entry().knowledge().load() != null)
            .collect(
                Collectors.groupingBy(
                    one -> Objects.requireNonNull(one.entry().knowledge().load()),
                    Collectors.counting()));
    return Flux.fromIterable(reasons.entrySet())
        .concatMap(
            reason ->
                tally.add(clock.instant(), reason.getKey(), Outcome.DISCARDED, reason.getValue()))
        .then(imports.givenUp(loads))
        .thenReturn((long) gone.size());
  }

  private static @Nullable UUID last(List<Held> taken) {
    return taken.isEmpty() ? null : taken.getLast().id();
  }
}
