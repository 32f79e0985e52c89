package io.holdfast.messaging.timer;

import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.timer.DueTimers.Claimed;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/** Fires what is due, a few at a time. */
final class TimerWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TimerWorker.class);
  private static final int AT_A_TIME = 16;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE_WHEN_BUSY = Duration.ofMillis(5);
  private static final Duration BOUND = DueTimers.CLAIM.minusSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Map<String, TimerHandler> handlers;
  private final DueTimers due;
  private final TenantTransactions tenants;
  private final Clock clock;
  private final Traceparent traceparent;
  private volatile boolean running;
  private Thread loop = new Thread(() -> {});

  TimerWorker(
      List<TimerHandler> handlers,
      DueTimers due,
      TenantTransactions tenants,
      Clock clock,
      Traceparent traceparent) {
    this.handlers =
        handlers.stream()
            .collect(Collectors.toUnmodifiableMap(TimerHandler::kind, Function.identity()));
    this.due = due;
    this.tenants = tenants;
    this.clock = clock;
    this.traceparent = traceparent;
  }

  @Override
  public synchronized void start() {
    if (handlers.isEmpty()) {
      return;
    }
    running = true;
    loop = Thread.ofPlatform().daemon().name("timers").start(this::work);
  }

  /**
   * Claims no more than it can begin at once, so that no claim runs out while it waits for others.
   */
  private void work() {
    Semaphore free = new Semaphore(AT_A_TIME);
    try (ExecutorService firing = Executors.newVirtualThreadPerTaskExecutor()) {
      while (running) {
        int limit = free.availablePermits();
        int begun = limit == 0 ? 0 : begin(limit, free, firing);
        if (begun < limit || limit == 0) {
          Thread.sleep(limit == 0 ? PAUSE_WHEN_BUSY : POLL);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int begin(int limit, Semaphore free, ExecutorService firing) {
    try {
      List<Claimed> claims = due.claim(clock.instant(), handlers.keySet(), limit).block(BOUND);
      if (claims == null) {
        return 0;
      }
      for (Claimed claimed : claims) {
        free.acquireUninterruptibly();
        firing.execute(
            () -> {
              try {
                fire(claimed);
              } finally {
                free.release();
              }
            });
      }
      return claims.size();
    } catch (RuntimeException failure) {
      LOG.warn("timers cannot be read, trying again: {}", failure.toString());
      return 0;
    }
  }

  private void fire(Claimed claimed) {
    String kind = claimed.timer().kind();
    TimerHandler handler = java.util.Objects.requireNonNull(handlers.get(kind));
    traceparent.goOn(
        claimed.traceparent(),
        "holdfast.timer." + kind,
        () -> {
          try {
            Mono.defer(
                    () ->
                        handler.transactional()
                            ? once(handler, claimed)
                            : atLeastOnce(handler, claimed))
                .contextCapture()
                .block(BOUND);
          } catch (RuntimeException failure) {
            giveBack(claimed, failure);
          }
        });
  }

  private Mono<Void> once(TimerHandler handler, Claimed claimed) {
    return tenants.run(
        claimed.timer().tenant(),
        () ->
            due.take(claimed)
                .flatMap(taken -> taken ? handler.fire(claimed.timer()) : Mono.empty()));
  }

  private Mono<Void> atLeastOnce(TimerHandler handler, Claimed claimed) {
    return handler
        .fire(claimed.timer())
        .then(Mono.defer(() -> tenants.run(claimed.timer().tenant(), () -> due.take(claimed))))
        .then();
  }

  private void giveBack(Claimed claimed, RuntimeException failure) {
    int attempt = claimed.timer().attempt();
    long factor = 1L << Math.min(attempt - 1, 12);
    Duration pause = FIRST_PAUSE.multipliedBy(factor);
    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    LOG.warn(
        "timer {} {} of {} failed at attempt {}, again in {}",
        claimed.timer().kind(),
        claimed.timer().key(),
        claimed.timer().tenant(),
        attempt,
        pause,
        failure);
    try {
      due.giveBack(claimed, pause).block(BOUND);
    } catch (RuntimeException unreachable) {
      LOG.warn("its claim runs out by itself: {}", unreachable.toString());
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    try {
      if (!loop.join(Duration.ofSeconds(5))) {
        loop.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
