package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Timers;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.rescoring.Deferrals.Deferral;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/**
 * Judges accounts whose history has stopped arriving; otherwise looks again later. An account that
 * somebody is changing is not waited for: it is looked at again, too.
 */
public final class JudgeWhenQuiet {

  /** Kind of the timers that say that it may have become quiet around an account. */
  public static final String TIMER = "rescore";

  private final JudgeAccounts judge;
  private final Deferrals deferrals;
  private final Timers timers;
  private final Clock clock;

  public JudgeWhenQuiet(JudgeAccounts judge, Deferrals deferrals, Timers timers, Clock clock) {
    this.judge = judge;
    this.deferrals = deferrals;
    this.timers = timers;
    this.clock = clock;
  }

  public Mono<Void> look(TenantId tenant, Collection<String> accounts) {
    return deferrals
        .lockFree(tenant, accounts)
        .collectList()
        .flatMap(
            locked ->
                judgeQuiet(tenant, locked)
                    .flatMap(busy -> lookAgain(tenant, accounts, locked, busy)));
  }

  private Mono<Set<String>> judgeQuiet(TenantId tenant, List<Deferral> locked) {
    Map<String, Cause> quiet = new TreeMap<>();
    locked.stream()
        .filter(deferral -> !deferral.until().isAfter(clock.instant()))
        .forEach(deferral -> quiet.put(deferral.account(), deferral.cause()));
    return judge
        .judgeFree(tenant, quiet)
        .flatMap(
            busy -> {
              quiet.keySet().removeAll(busy);
              return deferrals.end(tenant, quiet.keySet()).thenReturn(busy);
            });
  }

  /** Whoever waits still, and was not found quiet, is locked by news that arrives just now. */
  private Mono<Void> lookAgain(
      TenantId tenant, Collection<String> accounts, List<Deferral> locked, Set<String> busy) {
    Map<String, Instant> untils = new TreeMap<>();
    locked.forEach(deferral -> untils.put(deferral.account(), deferral.until()));
    Instant soon = clock.instant().plus(Deferral.QUIET);
    return deferrals
        .waiting(tenant, accounts)
        .map(
            waiting -> {
              Map<String, Instant> again = new TreeMap<>();
              waiting.forEach(account -> again.put(account, untils.getOrDefault(account, soon)));
              busy.forEach(account -> again.put(account, clock.instant()));
              return again;
            })
        .flatMap(again -> timers.setAll(tenant, TIMER, again, ""));
  }
}
