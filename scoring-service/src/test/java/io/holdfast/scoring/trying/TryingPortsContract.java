package io.holdfast.scoring.trying;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.backtest.AccountWeeks;
import io.holdfast.scoring.backtest.HistoryFixture;
import io.holdfast.scoring.backtest.Report;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.trying.AccountsInTurn.Member;
import io.holdfast.scoring.trying.Backtest.State;
import io.holdfast.scoring.trying.Backtest.State.Done;
import io.holdfast.scoring.trying.Backtest.State.Failed;
import io.holdfast.scoring.trying.Backtest.State.Queued;
import io.holdfast.scoring.trying.Backtest.State.Running;
import io.holdfast.scoring.trying.Observations.Observed;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** What backtests and what they observe promise, whoever keeps them. */
interface TryingPortsContract {

  Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  TenantId tenant();

  /** All that the work gives, done in one transaction of the tenant. */
  <T> List<T> all(Publisher<T> work);

  Backtests backtests();

  Observations observations();

  AccountsInTurn accounts();

  /** The tenant has this account. */
  void has(Member member);

  @Test
  default void aBacktestIsFoundAsItWasAsked() {
    Backtest one = asked("enterprise-v1", 0, SegmentBy.COUNTRY);
    Backtest other = asked("enterprise-v1", 1, null);
    all(backtests().add(tenant(), one));
    all(backtests().add(tenant(), other));

    assertThat(all(backtests().find(tenant(), "enterprise-v1", one.id()))).containsExactly(one);
    assertThat(all(backtests().find(tenant(), "enterprise-v1", other.id()))).containsExactly(other);
    assertThat(all(backtests().find(tenant(), "starter-v1", one.id()))).isEmpty();
  }

  @Test
  default void thoseOfAModelAreToldNewestFirst() {
    Backtest older = asked("a", 0, null);
    Backtest newer = asked("a", 1, null);
    List.of(older, newer, asked("b", 2, null)).forEach(one -> all(backtests().add(tenant(), one)));

    assertThat(all(backtests().all(tenant(), "a"))).containsExactly(newer, older);
  }

  @Test
  default void everyStateComesBackAsItWent() {
    Report report =
        HistoryFixture.report(5, List.of(account("acme"), HistoryFixture.stays("b", _ -> 9000)));
    Backtest backtest = asked("a", 0, null);
    all(backtests().add(tenant(), backtest));
    for (State state :
        List.of(
            new Running(7, 0, null),
            new Running(7, 3, "acme"),
            new Failed(NOON, "Because"),
            new Done(7, NOON, report),
            new Queued())) {
      all(backtests().move(tenant(), backtest.id(), state));

      assertThat(all(backtests().find(tenant(), "a", backtest.id())))
          .extracting(Backtest::state)
          .containsExactly(state);
    }
  }

  @Test
  default void theNextIsTheOldestThatIsNotOver() {
    Backtest done = asked("a", 0, null);
    Backtest running = asked("a", 1, null);
    Backtest queued = asked("b", 2, null);
    List.of(queued, running, done).forEach(one -> all(backtests().add(tenant(), one)));
    all(backtests().move(tenant(), done.id(), new Failed(NOON, "Because")));
    all(backtests().move(tenant(), running.id(), new Running(1, 0, null)));

    assertThat(all(backtests().open(tenant()))).containsExactly(2);
    assertThat(all(backtests().lockNext(tenant())))
        .extracting(Backtest::id)
        .containsExactly(running.id());
  }

  @Test
  default void whatIsDiscardedIsGoneWithWhatItObserved() {
    Backtest backtest = asked("a", 0, null);
    all(backtests().add(tenant(), backtest));
    all(observations().add(tenant(), backtest.id(), List.of(observed("acme", null))));

    all(backtests().discard(tenant(), backtest.id()));

    assertThat(all(backtests().all(tenant(), "a"))).isEmpty();
    assertThat(all(backtests().lockNext(tenant()))).isEmpty();
    assertThat(all(observations().all(tenant(), backtest.id()))).isEmpty();
  }

  @Test
  default void observationsComeBackAsTheyWentUntilTheyAreDropped() {
    UUID backtest = UUID.randomUUID();
    List<Observed> both = List.of(observed("acme", "banking"), observed("bolt", null));
    all(observations().add(tenant(), backtest, both));
    all(observations().add(tenant(), UUID.randomUUID(), List.of(observed("acme", "retail"))));

    assertThat(all(observations().all(tenant(), backtest)))
        .containsExactlyInAnyOrderElementsOf(both);
    all(observations().drop(tenant(), backtest));
    assertThat(all(observations().all(tenant(), backtest))).isEmpty();
  }

  @Test
  default void theLargestSegmentsComeFirstAndEqualOnesByName() {
    UUID backtest = UUID.randomUUID();
    List<Observed> some = new ArrayList<>();
    List.of("retail", "energy", "banking", "retail", "steel")
        .forEach(segment -> some.add(observed("account-" + some.size(), segment)));
    some.add(observed("none", null));
    all(observations().add(tenant(), backtest, some));

    assertThat(all(observations().largestSegments(tenant(), backtest, 3)))
        .containsExactly("retail", "banking", "energy");
  }

  @Test
  default void accountsFollowEachOtherByTheirIds() {
    Member bolt = new Member("bolt", "banking", null);
    Member acme = new Member("acme", null, "IT");
    Member crane = new Member("crane", "retail", "DE");
    List.of(bolt, acme, crane).forEach(this::has);

    assertThat(all(accounts().count(tenant()))).containsExactly(3);
    assertThat(all(accounts().after(tenant(), null, 2))).containsExactly(acme, bolt);
    assertThat(all(accounts().after(tenant(), "bolt", 2))).containsExactly(crane);
    assertThat(all(accounts().after(tenant(), "crane", 2))).isEmpty();
  }

  static Backtest asked(String model, int second, @Nullable SegmentBy by) {
    Question question =
        new Question(
            "{\"a\": 1}",
            HistoryFixture.plan(9),
            new TenantCalendar(ZoneId.of("Europe/Rome"), Set.of(LocalDate.of(2026, 12, 25))),
            new CoreFeatures(Map.of("Reports", Set.of("report"))),
            NOON,
            by);
    return new Backtest(
        UUID.randomUUID(), model, question, NOON.plusSeconds(second), "ada", new Queued());
  }

  private static Observed observed(String account, @Nullable String segment) {
    return new Observed(account(account), segment);
  }

  private static AccountWeeks account(String name) {
    return HistoryFixture.observed(
        name,
        300,
        week ->
            week == 3
                ? HistoryFixture.withSignal(HistoryFixture.scored(-1), 2, 77)
                : HistoryFixture.scored(100 * week));
  }
}
