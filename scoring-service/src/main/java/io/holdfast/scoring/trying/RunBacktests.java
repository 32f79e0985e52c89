package io.holdfast.scoring.trying;

import io.holdfast.messaging.Rebuilding;
import io.holdfast.messaging.Timers;
import io.holdfast.scoring.backtest.Observing;
import io.holdfast.scoring.backtest.Report;
import io.holdfast.scoring.backtest.Tally;
import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.publishing.ModelDocuments;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Faulty;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Sound;
import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.scoring.trying.AccountsInTurn.Member;
import io.holdfast.scoring.trying.Backtest.State.Done;
import io.holdfast.scoring.trying.Backtest.State.Failed;
import io.holdfast.scoring.trying.Backtest.State.Queued;
import io.holdfast.scoring.trying.Backtest.State.Running;
import io.holdfast.scoring.trying.Observations.Observed;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Works on a tenant's backtests, one after the other, a stretch of accounts in each transaction.
 * The place reached and what was observed commit together, so that whoever dies leaves nothing half
 * done and the next one goes on at that account.
 */
public final class RunBacktests {

  /** Kind of the timer, of which each tenant has one, that says that a backtest is to go on. */
  public static final String TIMER = "backtest";

  static final String NEXT = "next";
  static final int ATTEMPTS = 5;

  /** Few accounts at a time, as one may have very much use. */
  private static final int TOGETHER = 8;

  private static final long LONGEST_NANOS = 1_500_000_000L;

  /** As far back as an account is looked at for one score. */
  private static final Duration LOOKED_BACK = Duration.ofDays(250);

  private static final Duration WHILE_REBUILDING = Duration.ofSeconds(5);
  private static final int MOST_SEGMENTS = 20;

  private final ModelDocuments documents;
  private final Backtests backtests;
  private final Observations observations;
  private final AccountsInTurn accounts;
  private final AccountPictures pictures;
  private final Rebuilding rebuilding;
  private final Timers timers;
  private final Clock clock;
  private final Scheduler computing;

  /**
   * @param computing where scores are computed, for the threads that serve others not to wait
   */
  public RunBacktests(
      ModelDocuments documents,
      Backtests backtests,
      Observations observations,
      AccountsInTurn accounts,
      AccountPictures pictures,
      Rebuilding rebuilding,
      Timers timers,
      Clock clock,
      Scheduler computing) {
    this.documents = documents;
    this.backtests = backtests;
    this.observations = observations;
    this.accounts = accounts;
    this.pictures = pictures;
    this.rebuilding = rebuilding;
    this.timers = timers;
    this.clock = clock;
    this.computing = computing;
  }

  /** What one stretch needs. */
  private record Work(TenantId tenant, Backtest backtest, ScoringModel model) {

    Observing observing() {
      Question asked = backtest.question();
      return new Observing(
          asked.plan(),
          new HealthPolicy(model, asked.features()),
          asked.calendar(),
          asked.knownThrough());
    }

    Instant since() {
      Question asked = backtest.question();
      return asked.calendar().startOf(asked.plan().firstWeekEnd()).minus(LOOKED_BACK);
    }
  }

  /**
   * One stretch of the tenant's next backtest. While pictures are made anew it waits.
   *
   * @param attempt 1 on the first try of this stretch
   */
  public Mono<Void> goOn(TenantId tenant, int attempt) {
    return rebuilding
        .underWay(tenant)
        .flatMap(
            underWay ->
                underWay
                    ? again(tenant, WHILE_REBUILDING)
                    : backtests
                        .lockNext(tenant)
                        .flatMap(
                            backtest ->
                                (attempt > ATTEMPTS
                                        ? giveUp(tenant, backtest)
                                        : work(tenant, backtest))
                                    .then(again(tenant, Duration.ZERO))));
  }

  private Mono<Void> again(TenantId tenant, Duration pause) {
    return timers.set(tenant, TIMER, NEXT, clock.instant().plus(pause), "");
  }

  private Mono<Void> giveUp(TenantId tenant, Backtest backtest) {
    return observations
        .drop(tenant, backtest.id())
        .then(
            backtests.move(
                tenant,
                backtest.id(),
                new Failed(
                    clock.instant(),
                    "It could not be computed in %d attempts; the log says why"
                        .formatted(ATTEMPTS))));
  }

  private Mono<Void> work(TenantId tenant, Backtest backtest) {
    Work work = new Work(tenant, backtest, model(backtest));
    return running(tenant, backtest)
        .flatMap(running -> stretch(work, running, System.nanoTime() + LONGEST_NANOS));
  }

  private ScoringModel model(Backtest backtest) {
    return switch (documents.read(backtest.question().document())) {
      case Sound sound -> sound.model();
      case Faulty faulty ->
          throw new IllegalStateException(
              "The model of backtest %s is faulty now: %s"
                  .formatted(backtest.id(), faulty.faults()));
    };
  }

  private Mono<Running> running(TenantId tenant, Backtest backtest) {
    return switch (backtest.state()) {
      case Queued _ -> accounts.count(tenant).map(all -> new Running(all, 0, null));
      case Running running -> Mono.just(running);
      case Done _, Failed _ -> Mono.empty();
    };
  }

  private Mono<Void> stretch(Work work, Running running, long until) {
    return accounts
        .after(work.tenant(), running.last(), TOGETHER)
        .collectList()
        .flatMap(
            some ->
                some.isEmpty()
                    ? finish(work, running)
                    : observe(work, some)
                        .then(
                            Mono.defer(
                                () ->
                                    goOn(
                                        work,
                                        running.after(some.size(), some.getLast().account()),
                                        until))));
  }

  private Mono<Void> goOn(Work work, Running running, long until) {
    return System.nanoTime() - until < 0
        ? stretch(work, running, until)
        : backtests.move(work.tenant(), work.backtest().id(), running);
  }

  private Mono<Void> observe(Work work, List<Member> some) {
    SegmentBy by = work.backtest().question().segmentBy();
    Map<String, @Nullable String> segments = new HashMap<>();
    some.forEach(member -> segments.put(member.account(), member.segment(by)));
    Observing observing = work.observing();
    return pictures
        .of(work.tenant(), segments.keySet(), work.since())
        .publishOn(computing, 1)
        .map(one -> observing.of(one.account(), one.picture()))
        .filter(weeks -> !weeks.weeks().isEmpty())
        .map(weeks -> new Observed(weeks, segments.get(weeks.account())))
        .collectList()
        .flatMap(observed -> observations.add(work.tenant(), work.backtest().id(), observed));
  }

  private Mono<Void> finish(Work work, Running running) {
    TenantId tenant = work.tenant();
    Backtest backtest = work.backtest();
    return report(work)
        .flatMap(
            report ->
                observations
                    .drop(tenant, backtest.id())
                    .then(
                        backtests.move(
                            tenant,
                            backtest.id(),
                            new Done(running.done(), clock.instant(), report))));
  }

  private Mono<Report> report(Work work) {
    Question asked = work.backtest().question();
    return observations
        .largestSegments(work.tenant(), work.backtest().id(), MOST_SEGMENTS)
        .collect(Collectors.<String, Set<String>>toCollection(HashSet::new))
        .flatMap(
            named ->
                observations
                    .all(work.tenant(), work.backtest().id())
                    .publishOn(computing, 1)
                    .reduceWith(
                        () -> new Tally(asked.plan(), work.model()),
                        (tally, one) -> {
                          tally.add(one.weeks(), segment(asked, one, named));
                          return tally;
                        }))
        .map(Tally::report);
  }

  private static @Nullable String segment(Question asked, Observed one, Set<String> named) {
    if (asked.segmentBy() == null) {
      return null;
    }
    String segment = Objects.requireNonNullElse(one.segment(), "unknown");
    return one.segment() == null || named.contains(segment) ? segment : "other";
  }
}
