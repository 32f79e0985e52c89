package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Timers;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.health.Judgement;
import io.holdfast.scoring.health.Judging;
import io.holdfast.scoring.journey.JourneyState;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.rescoring.FollowAccounts.Judged;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judges accounts with what is known now, keeps the verdicts, tells them, and sets the accounts'
 * clocks.
 */
public final class JudgeAccounts {

  private final WatchFleet fleet;
  private final RecallPictures pictures;
  private final Standings standings;
  private final FollowAccounts follow;
  private final Announcements announcements;
  private final Timers timers;
  private final Clock clock;

  public JudgeAccounts(
      WatchFleet fleet,
      RecallPictures pictures,
      Standings standings,
      FollowAccounts follow,
      Announcements announcements,
      Timers timers,
      Clock clock) {
    this.fleet = fleet;
    this.pictures = pictures;
    this.standings = standings;
    this.follow = follow;
    this.announcements = announcements;
    this.timers = timers;
    this.clock = clock;
  }

  /** Judges each account for its cause, after whoever else is changing or judging it. */
  Mono<Void> judge(TenantId tenant, Map<String, Cause> causes, Rules rules) {
    if (causes.isEmpty()) {
      return Mono.empty();
    }
    return standings
        .lock(tenant, causes.keySet())
        .collectList()
        .flatMap(profiles -> judge(tenant, profiles, causes, rules));
  }

  /**
   * Judges those of the accounts that nobody else is changing or judging.
   *
   * @return the accounts that somebody else is
   */
  Mono<Set<String>> judgeFree(TenantId tenant, Map<String, Cause> causes) {
    if (causes.isEmpty()) {
      return Mono.just(Set.of());
    }
    return fleet
        .rules(tenant)
        .flatMap(
            rules ->
                standings
                    .lockFree(tenant, causes.keySet())
                    .collectList()
                    .flatMap(
                        profiles ->
                            judge(tenant, profiles, causes, rules)
                                .then(Mono.defer(() -> busy(tenant, causes, profiles)))));
  }

  private Mono<Set<String>> busy(TenantId tenant, Map<String, Cause> causes, List<Profile> locked) {
    Set<String> rest = new TreeSet<>(causes.keySet());
    locked.forEach(profile -> rest.remove(profile.account()));
    return Flux.fromIterable(rest)
        .concatMap(account -> standings.find(tenant, account))
        .map(Profile::account)
        .collect(Collectors.toSet());
  }

  private Mono<Void> judge(
      TenantId tenant, List<Profile> profiles, Map<String, Cause> causes, Rules rules) {
    if (profiles.isEmpty()) {
      return Mono.empty();
    }
    Map<String, Profile> byAccount =
        profiles.stream().collect(Collectors.toMap(Profile::account, Function.identity()));
    Instant now = clock.instant();
    return follow
        .states(tenant, byAccount.keySet())
        .flatMap(
            states ->
                pictures
                    .asOf(tenant, byAccount.keySet(), now, rules.calendar())
                    .map(
                        one -> {
                          String account = one.account();
                          Profile profile = Objects.requireNonNull(byAccount.get(account));
                          Cause cause = Objects.requireNonNull(causes.get(account));
                          return judged(
                              profile, states.of(account), one.picture(), cause, rules, now);
                        })
                    .collectList())
        .flatMap(judged -> follow.all(tenant, judged, rules))
        .flatMap(
            verdicts ->
                standings
                    .keep(tenant, verdicts)
                    .then(follow.keep(tenant, verdicts))
                    .then(announcements.announce(tenant, verdicts))
                    .then(wind(tenant, verdicts)));
  }

  private static Judged judged(
      Profile profile,
      JourneyState state,
      AccountPicture picture,
      Cause cause,
      Rules rules,
      Instant now) {
    KnownPicture known = picture.known(rules.calendar());
    Judging judging = rules.judging();
    Judgement judgement = judging.judge(profile.standing(), known, cause, now);
    Instant at = judgement.health().at();
    return new Judged(
        profile,
        judgement,
        judging.trend(known, at),
        known.departedBy(rules.calendar().day(at)).orElse(null),
        FollowAccounts.look(profile, state, judgement, known, rules));
  }

  private Mono<Void> wind(TenantId tenant, List<Verdict> verdicts) {
    Map<String, Instant> next = new TreeMap<>();
    Set<String> none = new TreeSet<>();
    for (Verdict verdict : verdicts) {
      String account = verdict.profile().account();
      verdict
          .judgement()
          .next()
          .ifPresentOrElse(due -> next.put(account, due), () -> none.add(account));
    }
    return timers
        .setAll(tenant, JudgeByClock.TIMER, next, "")
        .thenMany(Flux.fromIterable(none))
        .concatMap(account -> timers.cancel(tenant, JudgeByClock.TIMER, account))
        .then();
  }
}
