package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Timers;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.persistence.ModelFixture;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Scoring with everything kept in memory and a clock that stands still. */
final class InMemoryScoring {

  static final TenantId DEMO = new TenantId("demo");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Instant now = NOON;
  final Map<String, AccountPicture> pictures = new HashMap<>();
  final Map<String, Standing> standings = new HashMap<>();
  final Map<String, Deferrals.Deferral> deferrals = new TreeMap<>();
  final Map<String, Instant> timers = new TreeMap<>();
  final List<Verdict> announced = new ArrayList<>();

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private final JudgeAccount judge =
      new JudgeAccount(
          new Shipped(), new Pictures(), new Kept(), this::announce, new Wound(), clock);
  private final HearNews hearNews =
      new HearNews(judge, new Shipped(), new Waiting(), new Wound(), clock);

  void pass(Duration time) {
    now = now.plus(time);
  }

  void hear(News... news) {
    hearNews.of(DEMO, List.of(news)).block();
  }

  void fireRescore(String account) {
    timers.remove(HearNews.RESCORE + " " + account);
    new JudgeWhenQuiet(judge, new Waiting(), new Wound(), clock).look(DEMO, account).block();
  }

  void fireDaily(String account) {
    new JudgeByClock(judge, new Waiting()).look(DEMO, account).block();
  }

  /** Forty people every day of the last eight weeks. */
  void known(String account) {
    List<Use> uses = new ArrayList<>();
    for (int day = 0; day < 56; day++) {
      for (int person = 0; person < 40; person++) {
        Instant at = NOON.minus(Duration.ofDays(day));
        uses.add(new Use(at, at, false, "p" + person, "login", 1));
      }
    }
    pictures.put(account, new AccountPicture(uses, List.of()));
  }

  private Mono<Void> announce(TenantId tenant, Verdict verdict) {
    return Mono.fromRunnable(() -> announced.add(verdict));
  }

  private static final class Shipped implements Rulebook {

    @Override
    public Mono<Rules> inForce(TenantId tenant, Instant at) {
      return Mono.just(
          new Rules(TenantCalendar.UTC, CoreFeatures.NONE, ModelFixture.enterprise(), "USD"));
    }

    @Override
    public Mono<Void> settings(TenantId tenant, TenantFacts settings) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> coreFeatures(TenantId tenant, List<String> events) {
      return Mono.empty();
    }
  }

  private final class Pictures implements AccountPictures {

    @Override
    public Mono<AccountPicture> of(TenantId tenant, String account, Instant since) {
      return Mono.fromSupplier(() -> pictures.getOrDefault(account, AccountPicture.EMPTY));
    }

    @Override
    public Mono<Void> addUse(TenantId tenant, List<AccountUse> uses) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> addFacts(TenantId tenant, List<AccountFact> facts) {
      return Mono.empty();
    }
  }

  private final class Kept implements Standings {

    @Override
    public Mono<Profile> lock(TenantId tenant, String account) {
      return find(tenant, account);
    }

    @Override
    public Mono<Profile> find(TenantId tenant, String account) {
      return Mono.fromSupplier(
          () ->
              new Profile(
                  account,
                  null,
                  null,
                  null,
                  null,
                  null,
                  standings.getOrDefault(account, Standing.NONE)));
    }

    @Override
    public Mono<Void> keep(TenantId tenant, Verdict verdict) {
      return Mono.fromRunnable(
          () -> standings.put(verdict.profile().account(), verdict.judgement().standing()));
    }
  }

  private final class Waiting implements Deferrals {

    @Override
    public Flux<String> defer(TenantId tenant, Map<String, Cause> accounts, Instant at) {
      return Flux.defer(
          () -> {
            Set<String> fresh = new HashSet<>(accounts.keySet());
            fresh.removeAll(deferrals.keySet());
            accounts.forEach(
                (account, cause) ->
                    deferrals.merge(
                        account,
                        new Deferral(at, at, cause, at),
                        (old, next) ->
                            new Deferral(old.firstAt(), at, old.cause().and(next.cause()), at)));
            return Flux.fromIterable(fresh);
          });
    }

    @Override
    public Mono<Set<String>> waiting(TenantId tenant, Collection<String> accounts) {
      return Mono.fromSupplier(
          () -> {
            Set<String> waiting = new HashSet<>(accounts);
            waiting.retainAll(deferrals.keySet());
            return waiting;
          });
    }

    @Override
    public Mono<Deferral> of(TenantId tenant, String account) {
      return Mono.fromSupplier(() -> deferrals.get(account));
    }

    @Override
    public Mono<Void> end(TenantId tenant, String account) {
      return Mono.fromRunnable(() -> deferrals.remove(account));
    }
  }

  private final class Wound implements Timers {

    @Override
    public Mono<Void> set(TenantId tenant, String kind, String key, Instant due, String payload) {
      return Mono.fromRunnable(() -> timers.put(kind + " " + key, due));
    }

    @Override
    public Mono<Void> setIfEarlier(
        TenantId tenant, String kind, String key, Instant due, String payload) {
      return set(tenant, kind, key, due, payload);
    }

    @Override
    public Mono<Void> cancel(TenantId tenant, String kind, String key) {
      return Mono.fromRunnable(() -> timers.remove(kind + " " + key));
    }
  }
}
