package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.picture.Fact.Outcome;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.scoring.rescoring.AccountPictures.AccountUse;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Scoring with everything kept in memory and a clock that stands still. */
final class InMemoryScoring {

  static final TenantId DEMO = new TenantId("demo");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Instant now = NOON;
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryAccountPictures pictures = new InMemoryAccountPictures();
  private final InMemoryStandings standings = new InMemoryStandings(accounts);
  private final InMemoryRulebook rulebook = new InMemoryRulebook();
  final InMemoryDeferrals deferrals = new InMemoryDeferrals();
  final InMemoryTimers timers = new InMemoryTimers();
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

  final List<String> notices = new ArrayList<>();
  private final WatchFleet fleet =
      new WatchFleet(
          rulebook,
          new InMemoryFleet(pictures, rulebook),
          deferrals,
          _ -> Mono.just(false),
          new InMemoryFleetNotices(notices),
          clock);
  private final JudgeAccounts judge =
      new JudgeAccounts(
          fleet,
          new RecallPictures(pictures),
          standings,
          new FollowAccounts(new InMemoryJourneys(), new RecallPictures(pictures)),
          (_, verdicts) -> Mono.fromRunnable(() -> announced.addAll(verdicts)),
          timers,
          clock);
  private final HearNews hearNews =
      new HearNews(judge, fleet, accounts, pictures, standings, deferrals, timers, clock);

  final OverrideScore overrides = new OverrideScore(rulebook, standings, pictures, hearNews, clock);

  void pass(Duration time) {
    now = now.plus(time);
  }

  void hear(News... news) {
    hear(new Heard(List.of(), List.of(), List.of(), List.of(), List.of(news)));
  }

  void hear(Heard heard) {
    hearNews.of(DEMO, heard).block();
  }

  void fireRescore(String account) {
    timers.set.remove(JudgeWhenQuiet.TIMER + " " + account);
    new JudgeWhenQuiet(judge, deferrals, timers, clock).look(DEMO, List.of(account)).block();
  }

  /** What time does to accounts whose timers are due together. */
  void fireDaily(String... together) {
    Arrays.asList(together).forEach(one -> timers.set.remove(JudgeByClock.TIMER + " " + one));
    new JudgeByClock(judge, deferrals, _ -> Mono.just(false), timers, clock)
        .look(DEMO, Arrays.asList(together))
        .block();
  }

  /** So many people use the product every day of the eight weeks that end on a day before today. */
  void usedUntil(String account, int daysAgo, int people) {
    List<AccountUse> uses = new ArrayList<>();
    for (int day = daysAgo; day < daysAgo + 56; day++) {
      for (int person = 0; person < people; person++) {
        Instant at = NOON.minus(Duration.ofDays(day));
        Use use = new Use(at, at, false, "p" + person, "login", 1);
        uses.add(new AccountUse(account, "e" + day + "-" + person, use));
      }
    }
    accounts.appear(DEMO, List.of(account)).then(pictures.addUse(DEMO, uses)).block();
  }

  /** So many people use the product on a day after the first. */
  void usedOn(String account, int day, int people) {
    List<AccountUse> uses = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      Instant at = NOON.plus(Duration.ofDays(day)).minusSeconds(1);
      Use use = new Use(at, at, false, "p" + person, "login", 1);
      uses.add(new AccountUse(account, "on" + day + "-" + person, use));
    }
    pictures.addUse(DEMO, uses).block();
  }

  void churned(String account, int daysAgo) {
    Outcome left = new Outcome(LocalDate.ofInstant(NOON, ZoneOffset.UTC).minusDays(daysAgo), true);
    Recorded fact = new Recorded("churn", left, Knowledge.asItHappened(NOON));
    pictures.addFacts(DEMO, List.of(new AccountFact(account, "1", fact))).block();
  }

  Standing standing(String account) {
    return Objects.requireNonNull(standings.find(DEMO, account).block()).standing();
  }
}
