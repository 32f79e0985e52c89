package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Rebuildable;
import io.holdfast.messaging.Timers;
import io.holdfast.scoring.rescoring.Deferrals.Deferral;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Pictures made anew from the archive. Until all is told, every account waits as one does whose
 * history is arriving, so that nobody judges it halfway; then each is judged once. Standings and
 * transitions are what was decided, and stay.
 */
public final class RebuildPictures implements Rebuildable {

  /** Should the archive never be told to its end, accounts are judged by what they have then. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private final ForgottenPictures forgotten;
  private final Timers timers;
  private final Clock clock;

  public RebuildPictures(ForgottenPictures forgotten, Timers timers, Clock clock) {
    this.forgotten = forgotten;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public Map<String, String> consumersByTopic() {
    return Map.of("holdfast.usage", "usage", "holdfast.facts", "facts");
  }

  @Override
  public Mono<Void> empty(TenantId tenant) {
    return forgotten
        .hold(tenant, clock.instant().plus(LONGEST))
        .then(Mono.defer(() -> forgotten.forget(tenant)));
  }

  @Override
  public Mono<Void> resume(TenantId tenant) {
    return forgotten
        .release(tenant, clock.instant())
        .collect(Collectors.toMap(Function.identity(), _ -> clock.instant().plus(Deferral.QUIET)))
        .flatMap(due -> timers.setAll(tenant, JudgeWhenQuiet.TIMER, due, ""));
  }
}
