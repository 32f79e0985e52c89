package io.holdfast.scoring.trying;

import io.holdfast.messaging.Timers;
import io.holdfast.scoring.backtest.Plan;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.trying.Backtest.State.Queued;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Queues a backtest; nothing comes when too many wait already. */
public final class AskForBacktest {

  /** So many of a tenant may be queued or running. */
  public static final int MOST_OPEN = 10;

  private final Rulebook rulebook;
  private final Backtests backtests;
  private final Timers timers;
  private final Clock clock;

  public AskForBacktest(Rulebook rulebook, Backtests backtests, Timers timers, Clock clock) {
    this.rulebook = rulebook;
    this.backtests = backtests;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * @param plan its seed is chosen here
   */
  public record Wish(
      String model, String document, Plan plan, @Nullable SegmentBy segmentBy, String by) {}

  /** With the settings and the knowledge of now. */
  public Mono<Backtest> ask(TenantId tenant, Wish wish) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    long seed = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    return rulebook
        .inForce(tenant, now)
        .map(
            rules ->
                new Question(
                    wish.document(),
                    wish.plan().seeded(seed),
                    rules.calendar(),
                    rules.features(),
                    now,
                    wish.segmentBy()))
        .flatMap(
            question ->
                queue(
                    tenant,
                    new Backtest(id, wish.model(), question, now, wish.by(), new Queued())));
  }

  /** The same question as another backtest asked. */
  public Mono<Backtest> again(TenantId tenant, Backtest other, String by) {
    return queue(
        tenant,
        new Backtest(
            UUID.randomUUID(), other.model(), other.question(), clock.instant(), by, new Queued()));
  }

  private Mono<Backtest> queue(TenantId tenant, Backtest backtest) {
    return backtests
        .open(tenant)
        .filter(open -> open < MOST_OPEN)
        .flatMap(
            _ ->
                backtests
                    .add(tenant, backtest)
                    .then(
                        timers.set(
                            tenant, RunBacktests.TIMER, RunBacktests.NEXT, clock.instant(), ""))
                    .thenReturn(backtest));
  }
}
