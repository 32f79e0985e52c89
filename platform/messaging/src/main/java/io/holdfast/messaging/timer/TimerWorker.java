package io.holdfast.messaging.timer;

import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.WorkerThreads;
import java.time.Clock;
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
  private final WorkerThreads threads = new WorkerThreads();

  TimerWorker(List<TimerHandler> handlers, DueTimers due, Firing firing, Clock clock) {
    this.handlers = handlers;
    this.due = due;
    this.firing = firing;
    this.clock = clock;
  }

  @Override
  public void start() {
    Map<Boolean, List<TimerHandler>> byTogether =
        handlers.stream().collect(Collectors.partitioningBy(TimerWorker::sharesTransactions));
    byTogether.forEach(
        (together, some) -> {
          if (!some.isEmpty()) {
            int slots = together ? TOGETHER_AT_A_TIME : ALONE_AT_A_TIME;
            threads.start(
                together ? "timers-together" : "timers", new Lane(some, slots, due, firing, clock));
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
  public void stop() {
    threads.stop();
  }

  @Override
  public boolean isRunning() {
    return threads.isRunning();
  }
}
