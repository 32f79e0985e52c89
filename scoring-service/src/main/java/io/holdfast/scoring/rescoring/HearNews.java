package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Timers;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.rescoring.Accounts.MasterData;
import io.holdfast.scoring.rescoring.Deferrals.Deferral;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Puts what was heard into the accounts' pictures and judges them: at once when it just happened;
 * when it is history, once no more of it arrives. An account that waits is not judged in between.
 *
 * <p>Everybody who changes accounts locks in this order, each kind by account: accounts that
 * appear, who is who, deferrals, the watch of the fleet, accounts that are there. What timers do
 * locks in another order and therefore never waits ({@link JudgeByClock}, {@link JudgeWhenQuiet}).
 */
public final class HearNews {

  private final JudgeAccounts judge;
  private final WatchFleet fleet;
  private final Accounts accounts;
  private final AccountPictures pictures;
  private final Standings standings;
  private final Deferrals deferrals;
  private final Timers timers;
  private final Clock clock;

  public HearNews(
      JudgeAccounts judge,
      WatchFleet fleet,
      Accounts accounts,
      AccountPictures pictures,
      Standings standings,
      Deferrals deferrals,
      Timers timers,
      Clock clock) {
    this.judge = judge;
    this.fleet = fleet;
    this.accounts = accounts;
    this.pictures = pictures;
    this.standings = standings;
    this.deferrals = deferrals;
    this.timers = timers;
    this.clock = clock;
  }

  /** That people are one is news of the accounts they were seen in. */
  public Mono<Void> of(TenantId tenant, Heard heard) {
    if (heard.news().isEmpty() && heard.people().isEmpty()) {
      return Mono.empty();
    }
    Instant now = clock.instant();
    Map<String, Cause> causes =
        heard.news().stream()
            .collect(
                Collectors.toMap(News::account, one -> one.cause(now), Cause::and, TreeMap::new));
    return accounts
        .appear(tenant, causes.keySet())
        .then(pictures.addUse(tenant, heard.uses()))
        .then(pictures.addFacts(tenant, heard.facts()))
        .thenMany(pictures.join(tenant, heard.people()))
        .doOnNext(account -> causes.merge(account, joining(heard.people(), now), Cause::and))
        .then(Mono.defer(() -> defer(tenant, with(causes, true), now)))
        .then(Mono.defer(() -> judgeNow(tenant, with(causes, false), heard.accounts())));
  }

  private static Cause joining(List<SamePerson> people, Instant now) {
    return people.stream()
        .map(one -> new News(one.user(), one.statedAt(), one.knownAt(), null).cause(now))
        .reduce(Cause.LIVE, Cause::and);
  }

  /** Judges all accounts as if history had come of them, after a change of settings. */
  public Mono<Void> ofSettings(TenantId tenant) {
    return accounts
        .all(tenant)
        .collect(Collectors.toMap(account -> account, _ -> Cause.LATE))
        .flatMap(causes -> defer(tenant, causes, clock.instant()));
  }

  private Mono<Void> defer(TenantId tenant, Map<String, Cause> causes, Instant now) {
    if (causes.isEmpty()) {
      return Mono.empty();
    }
    return deferrals
        .defer(tenant, causes, now)
        .collect(Collectors.toMap(account -> account, _ -> now.plus(Deferral.QUIET)))
        .flatMap(fresh -> timers.setAll(tenant, JudgeWhenQuiet.TIMER, fresh, ""));
  }

  private Mono<Void> judgeNow(TenantId tenant, Map<String, Cause> causes, List<MasterData> master) {
    if (causes.isEmpty() && master.isEmpty()) {
      return Mono.empty();
    }
    return fleet
        .rules(tenant)
        .flatMap(
            rules ->
                deferrals
                    .waiting(tenant, causes.keySet())
                    .map(waiting -> without(waiting, causes))
                    .flatMap(
                        ready ->
                            record(tenant, master, ready.keySet())
                                .then(judge.judge(tenant, ready, rules))));
  }

  /** All accounts that this transaction changes are locked at once, so that they are in order. */
  private Mono<Void> record(TenantId tenant, List<MasterData> master, Set<String> ready) {
    if (master.isEmpty()) {
      return Mono.empty();
    }
    Set<String> changed = new TreeSet<>(ready);
    master.forEach(one -> changed.add(one.account()));
    return standings.lock(tenant, changed).then(accounts.record(tenant, master));
  }

  private static Map<String, Cause> without(Set<String> waiting, Map<String, Cause> causes) {
    Map<String, Cause> ready = new TreeMap<>(causes);
    ready.keySet().removeAll(waiting);
    return ready;
  }

  private static Map<String, Cause> with(Map<String, Cause> causes, boolean history) {
    Map<String, Cause> chosen = new TreeMap<>(causes);
    chosen.values().removeIf(cause -> cause.rewritesThePast() != history);
    return chosen;
  }
}
