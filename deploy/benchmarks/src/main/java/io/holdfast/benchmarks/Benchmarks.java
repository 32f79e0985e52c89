package io.holdfast.benchmarks;

import io.holdfast.benchmarks.door.GatewayRoute;
import io.holdfast.benchmarks.intake.ArchiveRate;
import io.holdfast.benchmarks.intake.BatchIntake;
import io.holdfast.benchmarks.intake.SingleEvents;
import io.holdfast.benchmarks.intake.StoredCost;
import io.holdfast.benchmarks.scoring.BacktestLength;
import io.holdfast.benchmarks.scoring.HistoryOnDisk;
import io.holdfast.benchmarks.scoring.Rescoring;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the comparisons named on the command line, or all. */
public final class Benchmarks {
  private static final List<Comparison> ALL =
      List.of(
          new BatchIntake(),
          new SingleEvents(),
          new ArchiveRate(),
          new StoredCost(),
          new GatewayRoute(),
          new BacktestLength(),
          new HistoryOnDisk(),
          new Rescoring());

  private Benchmarks() {}

  public static void main(String[] names) throws Exception {
    Locale.setDefault(Locale.ROOT);
    List<String> asked = List.of(names);
    for (String name : asked) {
      if (ALL.stream().noneMatch(one -> one.name().equals(name))) {
        System.err.println(
            name + " is not known; there are " + ALL.stream().map(Comparison::name).toList());
        System.exit(2);
      }
    }
    Platform platform = new Platform(Path.of("").toAbsolutePath());
    Report report = new Report();
    for (Comparison one : ALL) {
      if (asked.isEmpty() || asked.contains(one.name())) {
        one.run(platform, report);
      }
    }
  }
}
