package io.holdfast.messaging.backlog;

import io.holdfast.messaging.WorkerThreads;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the backlog every so often, for Prometheus and for health. */
final class BacklogGauges implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BacklogGauges.class);
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final BacklogReading reading;
  private final MultiGauge waiting;
  private final MultiGauge oldest;
  private final MultiGauge timers;
  private final MultiGauge late;
  private final MultiGauge letters;
  private final MultiGauge lag;
  private final MultiGauge unread;
  private final AtomicReference<Optional<Backlog>> last = new AtomicReference<>(Optional.empty());
  private final WorkerThreads threads = new WorkerThreads();

  BacklogGauges(BacklogReading reading, MeterRegistry registry) {
    this.reading = reading;
    waiting = gauge(registry, "holdfast.outbox.rows", "Rows the broker has not acknowledged");
    oldest = gauge(registry, "holdfast.outbox.oldest.seconds", "Age of the oldest such row");
    timers = gauge(registry, "holdfast.timers.due", "Timers due by now or within a minute");
    late = gauge(registry, "holdfast.timers.late.seconds", "Lateness of the oldest due timer");
    letters = gauge(registry, "holdfast.dead.letters", "Dead letters that wait");
    lag = gauge(registry, "holdfast.consumer.lag", "Records not dealt with yet");
    unread = gauge(registry, "holdfast.consumer.unread", "Partitions that nobody reads");
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  /** As it was seen last. */
  Optional<Backlog> last() {
    return last.get();
  }

  @Override
  public void start() {
    threads.start("backlog-gauges", new Looking());
  }

  @Override
  public void stop() {
    threads.stop();
  }

  @Override
  public boolean isRunning() {
    return threads.isRunning();
  }

  private final class Looking implements WorkerThreads.Worker {
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public void work() throws InterruptedException {
      do {
        try {
          Optional<Backlog> seen = reading.now().blockOptional(BOUND);
          seen.ifPresent(BacklogGauges.this::show);
          last.set(seen);
        } catch (RuntimeException failure) {
          last.set(Optional.empty());
          LOG.warn("the backlog cannot be read: {}", failure.toString());
        }
      } while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void stop() {
      stopped.countDown();
    }
  }

  private void show(Backlog backlog) {
    rows(waiting, backlog.stores(), one -> Row.of(Tags.of("store", one.name()), one.waiting()));
    rows(
        oldest, backlog.stores(), one -> Row.of(Tags.of("store", one.name()), one.oldestSeconds()));
    rows(
        timers,
        List.copyOf(backlog.timers().entrySet()),
        one -> Row.of(Tags.of("kind", one.getKey()), one.getValue()));
    rows(late, List.of(backlog.timersLateSeconds()), one -> Row.of(Tags.empty(), one));
    rows(
        letters,
        List.copyOf(backlog.deadLettersByTenant().entrySet()),
        one -> Row.of(Tags.of("tenant", one.getKey()), one.getValue()));
    List<Backlog.Consumer> consumers = Optional.ofNullable(backlog.consumers()).orElseGet(List::of);
    rows(lag, consumers, one -> Row.of(tags(one), one.lag()));
    rows(unread, consumers, one -> Row.of(tags(one), one.unread()));
  }

  private static Tags tags(Backlog.Consumer consumer) {
    return Tags.of("group", consumer.group(), "topic", consumer.topic());
  }

  private static <T> void rows(
      MultiGauge gauge, List<T> values, java.util.function.Function<T, Row<?>> row) {
    gauge.register(values.stream().<Row<?>>map(row).toList(), true);
  }
}
