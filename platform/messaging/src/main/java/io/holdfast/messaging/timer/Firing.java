package io.holdfast.messaging.timer;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.timer.DueTimers.Claimed;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.Outage;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Fires claimed timers of one tenant and kind; what fails is given back. */
final class Firing {
  private static final Logger LOG = LoggerFactory.getLogger(Firing.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration AFTER_OUTAGE = Duration.ofSeconds(2);

  static final Duration BOUND = DueTimers.CLAIM.minusSeconds(5);

  private final DueTimers due;
  private final TenantTransactions tenants;
  private final Traceparent traceparent;

  Firing(DueTimers due, TenantTransactions tenants, Traceparent traceparent) {
    this.due = due;
    this.tenants = tenants;
    this.traceparent = traceparent;
  }

  /** Timers that share a transaction go on with the trace of the last one. */
  void fire(TimerHandler handler, List<Claimed> claims) {
    traceparent.goOn(
        claims.getLast().traceparent(),
        "holdfast.timer." + handler.kind(),
        () -> attempt(handler, claims));
  }

  private void attempt(TimerHandler handler, List<Claimed> claims) {
    try {
      Mono.defer(
              () ->
                  handler.transactional()
                      ? once(handler, claims)
                      : atLeastOnce(handler, claims.getFirst()))
          .contextWrite(traceparent::handOn)
          .block(BOUND);
    } catch (RuntimeException failure) {
      if (claims.size() > 1 && !Outage.caused(failure)) {
        LOG.warn(
            "{} timers {} failed together, firing them one by one: {}",
            claims.size(),
            handler.kind(),
            failure.toString());
        claims.forEach(alone -> attempt(handler, List.of(alone)));
      } else {
        claims.forEach(claimed -> leave(claimed, failure));
      }
    }
  }

  private Mono<Void> once(TimerHandler handler, List<Claimed> claims) {
    TenantId tenant = claims.getFirst().timer().tenant();
    return tenants
        .run(
            tenant,
            () -> due.take(tenant, claims).delayUntil(taken -> fire(handler, tenant, taken)))
        .flatMapIterable(taken -> passedOver(claims, taken))
        .concatMap(claimed -> due.putBack(claimed, Duration.ZERO))
        .then();
  }

  private static Mono<Void> fire(TimerHandler handler, TenantId tenant, List<FiredTimer> taken) {
    return switch (taken.size()) {
      case 0 -> Mono.empty();
      case 1 -> handler.fire(taken.getFirst());
      default -> handler.fireTogether(tenant, taken);
    };
  }

  /**
   * Claims whose row somebody was changing. Most are set anew or gone; one that was only looked at
   * is as due as before and must not wait until its claim runs out.
   */
  private static List<Claimed> passedOver(List<Claimed> claims, List<FiredTimer> taken) {
    Set<FiredTimer> fired = Set.copyOf(taken);
    return claims.stream().filter(claimed -> !fired.contains(claimed.timer())).toList();
  }

  private Mono<Void> atLeastOnce(TimerHandler handler, Claimed claimed) {
    return handler
        .fire(claimed.timer())
        .then(Mono.defer(() -> tenants.run(claimed.timer().tenant(), () -> due.remove(claimed))));
  }

  /** What an outage kept from being done has not been tried. */
  private void leave(Claimed claimed, RuntimeException failure) {
    FiredTimer timer = claimed.timer();
    boolean outage = Outage.caused(failure);
    Duration pause = outage ? AFTER_OUTAGE : pause(timer.attempt());
    LOG.warn(
        "timer {} {} of {} failed at attempt {}, again in {}",
        timer.kind(),
        timer.key(),
        timer.tenant(),
        timer.attempt(),
        pause,
        failure);
    try {
      (outage ? due.putBack(claimed, pause) : due.giveBack(claimed, pause)).block(BOUND);
    } catch (RuntimeException unreachable) {
      LOG.warn("its claim runs out by itself: {}", unreachable.toString());
    }
  }

  private static Duration pause(int attempt) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 12));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
