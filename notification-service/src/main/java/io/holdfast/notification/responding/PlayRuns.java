package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The runs of the tenant at work, and their audit. */
public interface PlayRuns {

  Mono<PlayRun> byId(UUID id);

  /** Those of an alert that have not ended. */
  Flux<PlayRun> runningFor(UUID alertId);

  /**
   * When a play last told of an account, for another alert, at least this severe; empty if never.
   */
  Mono<Instant> lastTold(String play, String accountId, Severity atLeast, UUID exceptAlert);

  Mono<Void> save(PlayRun run);

  Mono<Void> record(RunEntry entry);
}
