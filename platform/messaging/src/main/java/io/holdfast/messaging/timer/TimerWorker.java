package io.holdfast.messaging.timer;

import io.holdfast.messaging.TimerHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;

/**
 * Fires what is due, from start to stop of the application: timers that are fired alone in one
 * lane, those that share a transaction in another.
 */
final class TimerWorker implements SmartLifecycle {
  private static final int ALONE_AT_A_TIME = 16;
  private static final int TOGETHER_AT_A_TIME = 4;

  private final List<TimerHandler> handlers;
  private final DueTimers due;
  private final Firing firing;
  private final Clock clock;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  TimerWorker(List<TimerHandler> handlers, DueTimers due, Firing firing, Clock clock) {
    this.handlers = handlers;
    this.due = due;
    this.firing = firing;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    Map<Boolean, List<TimerHandler>> byTogether =
        handlers.stream().collect(Collectors.partitioningBy(TimerWorker::sharesTransactions));
    byTogether.forEach(
        (together, some) -> {
          if (!some.isEmpty()) {
            int slots = together ? TOGETHER_AT_A_TIME : ALONE_AT_A_TIME;
            Lane lane = new Lane(some, slots, due, firing, clock);
            lanes.add(lane);
            threads.add(Thread.ofPlatform().daemon().name("timers").start(lane));
          }
        });
  }

  private static boolean sharesTransactions(TimerHandler handler) {
    if (handler.together() > 1 && !handler.transactional()) {
      throw new IllegalStateException(
          "Timers " + handler.kind() + " are fired outside of a transaction, so they share none");
    }
    return handler.together() > 1;
  }

  @Override
  public synchronized void stop() {
    lanes.forEach(Lane::stop);
    for (Thread thread : threads) {
      try {
        if (!thread.join(Duration.ofSeconds(5))) {
          thread.interrupt();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    lanes.clear();
    threads.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }
}
