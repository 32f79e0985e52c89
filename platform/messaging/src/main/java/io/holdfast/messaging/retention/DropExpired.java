package io.holdfast.messaging.retention;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.Timers;
import io.holdfast.messaging.retention.Expiring.Before;
import io.holdfast.tenancy.CurrentTrace;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Once a day, tenant by tenant, in short transactions that wait for nobody's lock: what is older
 * than the tenant keeps things goes.
 */
final class DropExpired implements TimerHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DropExpired.class);
  static final String KIND = "retention";
  static final String DAILY = "daily";
  static final Duration DAY = Duration.ofDays(1);

  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Of one kind in one firing, so that it ends before its lease does. */
  private static final int MOST_PARTS = 20;

  private final List<Expiring> all;
  private final KeptFor keptFor;
  private final TenantTransactions transactions;
  private final Timers timers;
  private final Clock clock;
  private final Clock realClock;

  DropExpired(
      List<Expiring> all,
      KeptFor keptFor,
      TenantTransactions transactions,
      Timers timers,
      Clock clock,
      Clock realClock) {
    this.all = all;
    this.keptFor = keptFor;
    this.transactions = transactions;
    this.timers = timers;
    this.clock = clock;
    this.realClock = realClock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean transactional() {
    return false;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    TenantId tenant = timer.tenant();
    Instant now = clock.instant();
    return transactions
        .run(tenant, () -> keptFor.of(tenant))
        .map(kept -> new Before(now.minus(kept), realClock.instant().minus(kept)))
        .flatMap(before -> drop(tenant, before))
        .defaultIfEmpty(false)
        .flatMap(
            more ->
                transactions.run(
                    tenant,
                    () ->
                        timers.set(
                            tenant, timer.kind(), timer.key(), now.plus(more ? PAUSE : DAY), "")));
  }

  /** Whether there is more than one firing should do. */
  private Mono<Boolean> drop(TenantId tenant, Before before) {
    return Flux.fromIterable(all)
        .concatMap(
            one ->
                drop(tenant, one, before, MOST_PARTS)
                    .delayUntil(rows -> CurrentTrace.log(() -> say(tenant, one, rows)))
                    .map(rows -> rows >= (long) MOST_PARTS * one.atATime()))
        .reduce(false, Boolean::logicalOr);
  }

  private Mono<Long> drop(TenantId tenant, Expiring one, Before before, int parts) {
    return transactions
        .run(tenant, () -> one.expire(before))
        .flatMap(
            rows ->
                rows < one.atATime() || parts == 1
                    ? Mono.just(rows)
                    : drop(tenant, one, before, parts - 1).map(others -> rows + others));
  }

  private static void say(TenantId tenant, Expiring one, long rows) {
    if (rows > 0) {
      LOG.info("let go of {} {} of tenant {}", rows, one.name(), tenant.value());
    }
  }
}
