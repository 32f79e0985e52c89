package io.holdfast.scoring.trying;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.backtest.Observing;
import io.holdfast.scoring.backtest.Plan;
import io.holdfast.scoring.backtest.Report;
import io.holdfast.scoring.backtest.Report.SegmentFinding;
import io.holdfast.scoring.backtest.Tally;
import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.persistence.ModelFixture;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.scoring.rescoring.AccountPictures.AccountUse;
import io.holdfast.scoring.rescoring.InMemoryAccountPictures;
import io.holdfast.scoring.rescoring.InMemoryRulebook;
import io.holdfast.scoring.rescoring.InMemoryTimers;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.trying.AccountsInTurn.Member;
import io.holdfast.scoring.trying.AskForBacktest.Wish;
import io.holdfast.scoring.trying.Backtest.State;
import io.holdfast.scoring.trying.Backtest.State.Done;
import io.holdfast.scoring.trying.Backtest.State.Failed;
import io.holdfast.scoring.trying.Backtest.State.Queued;
import io.holdfast.scoring.trying.Backtest.State.Running;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class RunBacktestsTests {

  private static final TenantId DEMO = new TenantId("demo");
  private static final Instant NOW = AccountFixture.noon(0);
  private static final Plan PLAN =
      Plan.between(AccountFixture.date(-300), AccountFixture.date(-1), 90, 3, 0);

  private final InMemoryTrials trials = new InMemoryTrials();
  private final InMemoryAccountPictures pictures = new InMemoryAccountPictures();
  private final InMemoryTimers timers = new InMemoryTimers();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final AskForBacktest ask =
      new AskForBacktest(new InMemoryRulebook(), trials, timers, clock);
  private final Map<String, AccountPicture> accounts = new TreeMap<>();
  private boolean rebuilding;

  private final RunBacktests run =
      new RunBacktests(
          ModelFixture.documents(),
          trials,
          trials,
          trials,
          pictures,
          _ -> Mono.just(rebuilding),
          timers,
          clock,
          Schedulers.immediate());

  /** Thirty accounts, of which ten stop using the product and leave a month later. */
  @BeforeEach
  void thirtyAccounts() {
    for (int i = 0; i < 30; i++) {
      boolean leaves = i % 3 == 0;
      int last = leaves ? -60 - i : 0;
      AccountFixture account = new AccountFixture().usedBy(3 + i % 4, -380, last);
      if (leaves) {
        account.with("o", new Fact.Outcome(AccountFixture.date(last + 30), true));
      }
      give("account-" + i, account.picture());
    }
  }

  @Test
  void aReportTellsOfEveryAccountWhateverTheStretches() {
    Backtest asked = ask(null);
    goOnUntilIdle();

    Tally tally = new Tally(question(asked).plan(), AccountFixture.ENTERPRISE);
    Observing observing =
        new Observing(
            question(asked).plan(),
            new HealthPolicy(AccountFixture.ENTERPRISE, CoreFeatures.NONE),
            TenantCalendar.UTC,
            NOW);
    accounts.forEach((name, picture) -> tally.add(observing.of(name, picture), null));
    assertThat(report(asked)).isEqualTo(tally.report());
    assertThat(report(asked).scope().accounts()).isEqualTo(30);
    assertThat(report(asked).scope().departures()).isEqualTo(10);
  }

  @Test
  void theSameQuestionHasTheSameAnswerWhateverWasReceivedSince() {
    Backtest first = ask(SegmentBy.INDUSTRY);
    goOnUntilIdle();
    give("newcomer", new AccountFixture().usedBy(1, 1, 3).picture());
    fact("account-1", new Fact.Outcome(AccountFixture.date(-100), true));

    Backtest again = Objects.requireNonNull(ask.again(DEMO, first, "bo").block());
    Backtest anew = ask(SegmentBy.INDUSTRY);
    goOnUntilIdle();

    assertThat(question(again)).isEqualTo(question(first));
    assertThat(report(again)).isEqualTo(report(first));
    assertThat(question(anew).plan().seed()).isNotEqualTo(question(first).plan().seed());
  }

  @Test
  void goesOnWhereItsPredecessorDied() {
    Backtest asked = ask(null);
    goOnUntilIdle();
    Report whole = report(asked);
    Backtest other = Objects.requireNonNull(ask.again(DEMO, asked, "bo").block());
    trials.members.values().stream()
        .limit(11)
        .forEach(
            member ->
                trials
                    .add(
                        DEMO,
                        other.id(),
                        List.of(
                            new Observations.Observed(
                                new Observing(
                                        question(other).plan(),
                                        new HealthPolicy(
                                            AccountFixture.ENTERPRISE, CoreFeatures.NONE),
                                        TenantCalendar.UTC,
                                        NOW)
                                    .of(
                                        member.account(),
                                        Objects.requireNonNull(accounts.get(member.account()))),
                                null)))
                    .block());
    String eleventh = new ArrayList<>(trials.members.keySet()).get(10);
    trials.move(DEMO, other.id(), new Running(30, 11, eleventh)).block();

    goOnUntilIdle();

    assertThat(report(other)).isEqualTo(whole);
  }

  @Test
  void oneRunsAtATimeTheOldestFirst() {
    Backtest first = ask(null);
    Backtest second = TryingPortsContract.asked("later", 60, null);
    trials.add(DEMO, second).block();

    run.goOn(DEMO, 1).block();

    assertThat(state(first)).isInstanceOf(Done.class);
    assertThat(state(second)).isInstanceOf(Queued.class);
  }

  @Test
  void waitsWhilePicturesAreMadeAnew() {
    Backtest asked = ask(null);
    rebuilding = true;
    run.goOn(DEMO, 1).block();

    assertThat(state(asked)).isInstanceOf(Queued.class);
    assertThat(timers.set.get("backtest next")).isAfter(NOW);
  }

  @Test
  void whatCannotBeComputedFailsAfterFiveAttemptsAndMakesWay() {
    Backtest asked = ask(null);
    run.goOn(DEMO, 6).block();

    assertThat(state(asked)).isInstanceOf(Failed.class);
    assertThat(timers.set.get("backtest next")).isEqualTo(NOW);
  }

  @Test
  void withoutAnyToRunNoTimerIsSet() {
    run.goOn(DEMO, 1).block();

    assertThat(timers.set).isEmpty();
  }

  @Test
  void noMoreThanTenWait() {
    for (int i = 0; i < 10; i++) {
      ask(null);
    }

    assertThat(ask.ask(DEMO, wish(null)).block()).isNull();
  }

  @Test
  void accountsWithoutAnIndustryAreASegmentOfTheirOwn() {
    Backtest asked = ask(SegmentBy.INDUSTRY);
    goOnUntilIdle();

    assertThat(report(asked).segments())
        .extracting(SegmentFinding::segment)
        .containsExactly("banking", "unknown");
  }

  private void give(String name, AccountPicture picture) {
    boolean banking = accounts.size() % 2 == 0;
    accounts.put(name, picture);
    trials.members.put(name, new Member(name, banking ? "banking" : null, "IT"));
    List<AccountUse> uses = new ArrayList<>();
    for (Use use : picture.uses()) {
      uses.add(new AccountUse(name, "e-" + uses.size(), use));
    }
    pictures.addUse(DEMO, uses).block();
    picture.facts().forEach(fact -> pictures.addFacts(DEMO, List.of(fact(name, fact))).block());
  }

  private void fact(String name, Fact fact) {
    Recorded late = new Recorded("late", fact, Knowledge.asItHappened(AccountFixture.noon(2)));
    pictures.addFacts(DEMO, List.of(fact(name, late))).block();
  }

  private static AccountFact fact(String name, Recorded fact) {
    return new AccountFact(name, "v-" + fact.key(), fact);
  }

  private Backtest ask(@Nullable SegmentBy by) {
    return Objects.requireNonNull(ask.ask(DEMO, wish(by)).block());
  }

  private static Wish wish(@Nullable SegmentBy by) {
    return new Wish("enterprise-v1", ModelFixture.enterpriseDocument(), PLAN, by, "ada");
  }

  private void goOnUntilIdle() {
    while (timers.set.remove("backtest next") != null) {
      run.goOn(DEMO, 1).block();
    }
  }

  private static Question question(Backtest backtest) {
    return backtest.question();
  }

  private State state(Backtest backtest) {
    return Objects.requireNonNull(trials.find(DEMO, backtest.model(), backtest.id()).block())
        .state();
  }

  private Report report(Backtest backtest) {
    return ((Done) state(backtest)).report();
  }
}
