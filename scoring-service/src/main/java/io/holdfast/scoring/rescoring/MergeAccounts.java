package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Mergeable;
import io.holdfast.messaging.Timers;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.rescoring.Deferrals.Deferral;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Two accounts become one: the pictures are put together, and the account is judged as if history
 * had come of it.
 */
public final class MergeAccounts implements Mergeable {

  private final MovedPictures pictures;
  private final Deferrals deferrals;
  private final Timers timers;
  private final Clock clock;

  public MergeAccounts(MovedPictures pictures, Deferrals deferrals, Timers timers, Clock clock) {
    this.pictures = pictures;
    this.deferrals = deferrals;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * Timers of the account that is no more find nothing when they fire. Cancelling one would wait
   * for whoever fires it, who may wait for the tenant.
   */
  @Override
  public Mono<Void> merge(TenantId tenant, String from, String into) {
    return pictures.move(tenant, from, into).then(Mono.defer(() -> judgeSoon(tenant, into)));
  }

  /** Whoever waited before may have waited by the timer of the account that is no more. */
  private Mono<Void> judgeSoon(TenantId tenant, String account) {
    Instant now = clock.instant();
    return deferrals
        .defer(tenant, Map.of(account, Cause.LATE), now)
        .then(timers.set(tenant, JudgeWhenQuiet.TIMER, account, now.plus(Deferral.QUIET), ""));
  }
}
