package io.holdfast.benchmarks.intake;

import io.holdfast.benchmarks.Comparison;
import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import io.holdfast.benchmarks.load.Load;
import io.holdfast.benchmarks.load.Measured;
import io.holdfast.benchmarks.load.PreparedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * One event a request over 256 connections: how long at half of the most that is possible. The
 * services behind stand still meanwhile.
 */
public final class SingleEvents implements Comparison {
  private static final int CONNECTIONS = 256;
  private static final double LINGER = 2;
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "singles";
  }

  @Override
  public void run(Platform platform, Report report) throws Exception {
    platform.reading(false);
    URI door = platform.part("ingestion");
    PreparedRequest single = Events.single(platform, door);
    platform.without(
        List.of("gateway", "scoring", "metrics", "notification"),
        () -> measure(door, single, report));
  }

  private static void measure(URI door, PreparedRequest single, Report report) throws Exception {
    try (Load load = new Load(door, CONNECTIONS, single)) {
      load.asFastAsAnswered(WARM_UP).whole();
      double most = load.asFastAsAnswered(Duration.ofSeconds(10)).whole().perSecond();
      Measured half = load.at(most / 2, Duration.ofSeconds(15)).whole();
      report.line(
          "single events, p99 at half of %,.0f/s".formatted(most),
          Report.milliseconds(half.percentile(99)),
          "linger %s".formatted(Report.milliseconds(LINGER)),
          "+%s".formatted(Report.milliseconds(half.percentile(99) - LINGER)),
          "≤ linger + 15 ms");
    }
  }
}
