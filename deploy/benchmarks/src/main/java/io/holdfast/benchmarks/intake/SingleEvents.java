package io.holdfast.benchmarks.intake;

import io.holdfast.benchmarks.Comparison;
import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import io.holdfast.benchmarks.load.Load;
import io.holdfast.benchmarks.load.Measured;
import java.net.URI;
import java.time.Duration;

/** One event a request over 256 connections: how long at half of the most that is possible. */
public final class SingleEvents implements Comparison {
  private static final int CONNECTIONS = 256;
  private static final double LINGER = 2;

  @Override
  public String name() {
    return "singles";
  }

  @Override
  public void run(Platform platform, Report report) throws Exception {
    platform.reading(false);
    URI door = platform.part("ingestion");
    try (Load load = new Load(door, CONNECTIONS, Events.single(platform, door))) {
      load.asFastAsAnswered(Duration.ofSeconds(25)).whole();
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
