package io.holdfast.messaging.timer;

import io.holdfast.messaging.Pace;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.WorkerThreads.Worker;
import io.holdfast.messaging.timer.DueTimers.Claimed;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims due timers of its kinds and fires them, in as many transactions at a time as it has slots.
 * It claims no more than its slots could take at once, so that a claim hardly ever runs out while
 * it waits for others.
 */
final class Lane implements Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE_WHEN_BUSY = Duration.ofMillis(5);

  private final Map<String, TimerHandler> handlers;
  private final DueTimers due;
  private final Firing firing;
  private final Clock clock;
  private final Semaphore free;
  private final int together;
  private final Pace pace = new Pace(POLL);
  private volatile boolean stopped;

  private record Share(TenantId tenant, String kind) {}

  Lane(List<TimerHandler> handlers, int slots, DueTimers due, Firing firing, Clock clock) {
    this.handlers =
        handlers.stream()
            .collect(Collectors.toUnmodifiableMap(TimerHandler::kind, Function.identity()));
    this.together = handlers.stream().mapToInt(TimerHandler::together).max().orElse(1);
    this.due = due;
    this.firing = firing;
    this.clock = clock;
    this.free = new Semaphore(slots);
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void work() throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (!stopped) {
        int limit = free.availablePermits() * together;
        int begun = limit == 0 ? 0 : begin(limit, threads);
        if (limit == 0) {
          Thread.sleep(PAUSE_WHEN_BUSY);
        } else if (begun == 0) {
          Thread.sleep(pace.foundNothing());
        } else {
          pace.foundSomething();
          Thread.sleep(begun < limit ? POLL : Duration.ZERO);
        }
      }
    }
  }

  private int begin(int limit, ExecutorService threads) {
    try {
      List<Claimed> claims =
          Objects.requireNonNull(
              due.claim(clock.instant(), handlers.keySet(), limit).block(Firing.BOUND));
      for (List<Claimed> share : shares(claims)) {
        TimerHandler handler =
            Objects.requireNonNull(handlers.get(share.getFirst().timer().kind()));
        free.acquireUninterruptibly();
        threads.execute(
            () -> {
              try {
                firing.fire(handler, share);
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

  /** What may share a transaction: timers of one tenant and kind, no more than its handler says. */
  private List<List<Claimed>> shares(List<Claimed> claims) {
    Map<Share, List<Claimed>> byShare = new LinkedHashMap<>();
    for (Claimed claim : claims) {
      Share share = new Share(claim.timer().tenant(), claim.timer().kind());
      byShare.computeIfAbsent(share, _ -> new ArrayList<>()).add(claim);
    }
    List<List<Claimed>> shares = new ArrayList<>();
    byShare.forEach(
        (share, all) -> {
          int most = Objects.requireNonNull(handlers.get(share.kind())).together();
          for (int from = 0; from < all.size(); from += most) {
            shares.add(all.subList(from, Math.min(from + most, all.size())));
          }
        });
    return shares;
  }
}
