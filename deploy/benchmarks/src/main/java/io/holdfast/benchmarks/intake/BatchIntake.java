package io.holdfast.benchmarks.intake;

import io.holdfast.benchmarks.Comparison;
import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import io.holdfast.benchmarks.load.Load;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Batches of 100 events by HTTP, key checked and each event validated, answered when the broker has
 * them, beside what a plain producer writes of the same events. Reading and the services behind
 * stand still meanwhile for both: this is about the door.
 */
public final class BatchIntake implements Comparison {
  private static final int EVENTS = 100;
  private static final int CONNECTIONS = 32;
  private static final int TURNS = 5;
  private static final Duration LENGTH = Duration.ofSeconds(8);
  private static final Duration WARM_UP = Duration.ofSeconds(25);

  @Override
  public String name() {
    return "batches";
  }

  @Override
  public void run(Platform platform, Report report) throws Exception {
    platform.reading(false);
    ProducerPerformance producer = new ProducerPerformance(platform.kafka(), "holdfast.benchmark");
    producer.createTopicLike("holdfast.intake");
    platform.without(
        List.of("scoring", "metrics", "notification"), () -> measure(platform, producer, report));
  }

  private static void measure(Platform platform, ProducerPerformance producer, Report report)
      throws Exception {
    double[] direct = new double[TURNS];
    double[] through = new double[TURNS];
    double[] plain = new double[TURNS];
    try (Load ingestion = load(platform, platform.part("ingestion"));
        Load gateway = load(platform, platform.gateway())) {
      ingestion.asFastAsAnswered(WARM_UP).whole();
      gateway.asFastAsAnswered(WARM_UP).whole();
      for (int turn = 0; turn < TURNS; turn++) {
        plain[turn] = producer.run(2_000_000);
        direct[turn] = ingestion.asFastAsAnswered(LENGTH).whole().perSecond() * EVENTS;
        through[turn] = gateway.asFastAsAnswered(LENGTH).whole().perSecond() * EVENTS;
      }
    }
    report.ratio(
        "batches of 100 at ingestion, beside kafka-producer-perf-test",
        "events/s",
        direct,
        plain,
        "≥ 0.45");
    report.ratio("the same through the gateway", "events/s", through, plain, "not stated");
  }

  private static Load load(Platform platform, URI door) throws Exception {
    return new Load(door, CONNECTIONS, Events.batch(platform, door, EVENTS));
  }
}
