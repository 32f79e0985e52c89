package io.holdfast.local.command;

import io.holdfast.local.Misuse;
import io.holdfast.local.platform.Backlogs;
import io.holdfast.local.platform.Instance;
import io.holdfast.local.platform.Occupancy;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Says which parts are up, in which version, where they log, and what is still to be done. */
final class Status implements Command {

  private static final String ROW = "%-14s %-9s %8s %6s  %-15s %8s  %s%n";

  private final Instance instance;
  private final PrintStream out;

  Status(Instance instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
  }

  @Override
  public String usage() {
    return "deploy/local/status [--json]";
  }

  @Override
  public int run(List<String> words) throws InterruptedException {
    for (String word : words) {
      if (!word.equals("--json")) {
        throw new Misuse("'%s' is not known.".formatted(word));
      }
    }
    StatusReport report = StatusReport.look(instance, new Occupancy(instance.state()));
    StatusReport.Work work =
        report.parts().stream().anyMatch(StatusReport.Line::up)
            ? StatusReport.work(instance)
            : new StatusReport.Work(Optional.empty(), Map.of());
    if (words.isEmpty()) {
      print(report, work);
    } else {
      out.println(JsonMapper.shared().writeValueAsString(json(report, work)));
    }
    return report.allUp() ? 0 : 1;
  }

  private void print(StatusReport report, StatusReport.Work work) {
    out.println(headline(report));
    out.println();
    out.printf(ROW, "part", "state", "pid", "port", "version", "memory", "log");
    for (StatusReport.Line line : report.parts()) {
      out.printf(
          ROW,
          line.name(),
          line.state(),
          line.pid() == 0 ? "" : line.pid(),
          line.port() == 0 ? "" : line.port(),
          line.version(),
          line.memory() == 0 ? "" : megabytes(line.memory()),
          line.log());
    }
    out.println();
    out.println(
        "lag       "
            + work.lag()
                .map(lag -> "%d messages %s".formatted(lag.total(), lag.byGroup()))
                .orElse("unknown"));
    work.backlogs()
        .forEach(
            (service, backlog) ->
                out.printf(
                    "backlog   %-14s outbox %d (oldest %.0f s), timers due %d (late %.0f s),"
                        + " dead letters %d, partitions nobody reads %d%n",
                    service.word(),
                    backlog.outbox(),
                    backlog.oldestSeconds(),
                    timers(backlog),
                    backlog.timersLateSeconds(),
                    backlog.deadLetters(),
                    backlog.unread()));
    out.println("memory    " + megabytes(report.memory()));
    out.println("state     " + instance.state().root());
  }

  private String headline(StatusReport report) {
    if (report.allUp()) {
      return "Holdfast is %s at %s; business time %s."
          .formatted(
              instance.ready() ? "ready" : "up, and not ready yet,",
              instance.console(),
              ClockCommand.describe(instance.clock()));
    }
    boolean nothing = report.parts().stream().allMatch(line -> line.state().equals("down"));
    return nothing
        ? "Holdfast is not running."
        : "Holdfast is not complete; missing: %s.".formatted(String.join(", ", report.missing()));
  }

  private Map<String, Object> json(StatusReport report, StatusReport.Work work) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("up", report.allUp());
    json.put("ready", report.allUp() && instance.ready());
    json.put("console", instance.console().toString());
    json.put("businessTime", instance.clock().time().toString());
    json.put("supervised", report.supervised());
    json.put("memoryBytes", report.memory());
    json.put("parts", report.parts().stream().map(Status::part).toList());
    json.put("lag", work.lag().<Object>map(lag -> lag.byGroup()).orElse(Map.of()));
    json.put(
        "backlog",
        work.backlogs().entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getKey().word(),
                    Map.Entry::getValue,
                    (first, _) -> first,
                    LinkedHashMap::new)));
    return json;
  }

  private static Map<String, Object> part(StatusReport.Line line) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("name", line.name());
    part.put("state", line.state());
    part.put("pid", line.pid());
    part.put("port", line.port());
    part.put("version", line.version());
    part.put("memoryBytes", line.memory());
    part.put("log", line.log().toString());
    return part;
  }

  private static long timers(Backlogs.Backlog backlog) {
    return backlog.timers().values().stream().mapToLong(Long::longValue).sum();
  }

  private static String megabytes(long bytes) {
    return bytes / (1024 * 1024) + " MB";
  }
}
