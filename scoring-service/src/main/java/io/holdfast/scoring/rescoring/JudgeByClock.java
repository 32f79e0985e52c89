package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Rebuilding;
import io.holdfast.messaging.Timers;
import io.holdfast.scoring.health.Cause;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/**
 * Judges accounts because time passed, except those whose history is still arriving. While their
 * pictures are made anew all wait for that. An account that somebody is changing is not waited for:
 * it is looked at again.
 */
public final class JudgeByClock {

  /** Kind of the timers that say that the time of an account has come. */
  public static final String TIMER = "daily";

  private final JudgeAccounts judge;
  private final Deferrals deferrals;
  private final Rebuilding rebuilding;
  private final Timers timers;
  private final Clock clock;

  public JudgeByClock(
      JudgeAccounts judge, Deferrals deferrals, Rebuilding rebuilding, Timers timers, Clock clock) {
    this.judge = judge;
    this.deferrals = deferrals;
    this.rebuilding = rebuilding;
    this.timers = timers;
    this.clock = clock;
  }

  public Mono<Void> look(TenantId tenant, Collection<String> accounts) {
    return rebuilding
        .underWay(tenant)
        .flatMap(underWay -> underWay ? Mono.empty() : judgeReady(tenant, accounts));
  }

  private Mono<Void> judgeReady(TenantId tenant, Collection<String> accounts) {
    return deferrals
        .waiting(tenant, accounts)
        .flatMap(
            waiting -> {
              Map<String, Cause> ready = new TreeMap<>();
              accounts.forEach(account -> ready.put(account, Cause.CLOCK));
              ready.keySet().removeAll(waiting);
              return judge.judgeFree(tenant, ready);
            })
        .flatMap(busy -> timers.setAll(tenant, TIMER, again(busy), ""));
  }

  private Map<String, Instant> again(Collection<String> busy) {
    Map<String, Instant> again = new TreeMap<>();
    busy.forEach(account -> again.put(account, clock.instant()));
    return again;
  }
}
