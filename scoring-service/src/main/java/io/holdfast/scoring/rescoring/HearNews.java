package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Timers;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.rescoring.Deferrals.Deferral;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judges the accounts that news came of: at once when it just happened; when it is history, once no
 * more of it arrives. An account that waits is not judged in between.
 */
public final class HearNews {

  public static final String RESCORE = "rescore";

  private final JudgeAccount judge;
  private final Rulebook rulebook;
  private final Deferrals deferrals;
  private final Timers timers;
  private final Clock clock;

  public HearNews(
      JudgeAccount judge, Rulebook rulebook, Deferrals deferrals, Timers timers, Clock clock) {
    this.judge = judge;
    this.rulebook = rulebook;
    this.deferrals = deferrals;
    this.timers = timers;
    this.clock = clock;
  }

  public Mono<Void> of(TenantId tenant, Collection<News> news) {
    Instant now = clock.instant();
    Map<String, Cause> causes =
        news.stream()
            .collect(
                Collectors.toMap(News::account, one -> one.cause(now), Cause::and, TreeMap::new));
    return defer(tenant, with(causes, true), now)
        .then(Mono.defer(() -> judgeNow(tenant, with(causes, false))));
  }

  /** Judges accounts as if history had come of them, for example after a change of settings. */
  public Mono<Void> again(TenantId tenant, Collection<String> accounts) {
    Map<String, Cause> causes = new TreeMap<>();
    accounts.forEach(account -> causes.put(account, Cause.LATE));
    return defer(tenant, causes, clock.instant());
  }

  private Mono<Void> defer(TenantId tenant, Map<String, Cause> accounts, Instant now) {
    if (accounts.isEmpty()) {
      return Mono.empty();
    }
    return deferrals
        .defer(tenant, accounts, now)
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(account -> timers.set(tenant, RESCORE, account, now.plus(Deferral.QUIET), ""))
        .then();
  }

  private Mono<Void> judgeNow(TenantId tenant, Map<String, Cause> accounts) {
    if (accounts.isEmpty()) {
      return Mono.empty();
    }
    return deferrals
        .waiting(tenant, accounts.keySet())
        .flatMap(
            waiting -> {
              TreeSet<String> ready = new TreeSet<>(accounts.keySet());
              ready.removeAll(waiting);
              return rulebook
                  .inForce(tenant, clock.instant())
                  .flatMap(rules -> judgeEach(tenant, ready, accounts, rules));
            });
  }

  private Mono<Void> judgeEach(
      TenantId tenant, Collection<String> ready, Map<String, Cause> causes, Rules rules) {
    return Flux.fromIterable(ready)
        .concatMap(
            account ->
                judge.judge(tenant, account, causes.getOrDefault(account, Cause.LIVE), rules))
        .then();
  }

  private static Map<String, Cause> with(Map<String, Cause> causes, boolean history) {
    Map<String, Cause> chosen = new TreeMap<>(causes);
    chosen.values().removeIf(cause -> cause.rewritesThePast() != history);
    return chosen;
  }
}
