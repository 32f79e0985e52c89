package io.holdfast.systemtests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was done to the platform, what came of it, and what must not be. */
final class FaultReport {
  private static final int SHOWN = 5;

  private final long seed;
  private final Instant began = Instant.now();
  private final List<String> schedule = new ArrayList<>();
  private final Map<String, Integer> strikes = new TreeMap<>();
  private final List<String> counts = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  FaultReport(long seed) {
    this.seed = seed;
  }

  void struck(Faults.Fault fault) {
    schedule.add(
        "| %d s | %s | %s |"
            .formatted(
                Duration.between(began, Instant.now()).toSeconds(), fault.kind(), fault.victim()));
    strikes.merge(fault.kind(), 1, Integer::sum);
  }

  void count(String what, long number) {
    counts.add("| %s | %,d |".formatted(what, number));
  }

  /** A promise, and what there is that breaks it. */
  void holds(String promise, List<?> exceptions) {
    if (!exceptions.isEmpty()) {
      broken.add(
          "%s, but for %d: %s"
              .formatted(
                  promise,
                  exceptions.size(),
                  exceptions.stream()
                      .limit(SHOWN)
                      .map(String::valueOf)
                      .collect(Collectors.joining(", "))));
    }
    counts.add("| %s | %s |".formatted(promise, exceptions.isEmpty() ? "yes" : "**no**"));
  }

  List<String> broken() {
    return broken;
  }

  void write(Path file) throws IOException {
    String text = text();
    System.out.println(text);
    Files.writeString(file, text);
  }

  private String text() {
    Instant ended = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return """
    # Fault report

    Begun %s, ended %s (%d minutes), seed `%d`, two instances of every service and of the gateway, one broker, one
    database, %d processors.

    | | |
    |---|---|
    %s

    %s

    Struck %d times: %s.

    | after | fault | part |
    |---|---|---|
    %s
    """
        .formatted(
            began.truncatedTo(ChronoUnit.SECONDS),
            ended,
            Duration.between(began, ended).toMinutes(),
            seed,
            Runtime.getRuntime().availableProcessors(),
            String.join("\n", counts),
            broken.isEmpty()
                ? "Every promise held."
                : "**Broken:**\n\n- " + String.join("\n- ", broken),
            schedule.size(),
            strikes.entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", ")),
            String.join("\n", schedule));
  }
}
