package io.holdfast.local.command;

import io.holdfast.local.broker.ConsumerLag;
import io.holdfast.local.platform.Backlogs;
import io.holdfast.local.platform.Instance;
import io.holdfast.local.platform.Occupancy;
import io.holdfast.local.platform.PartNames;
import io.holdfast.local.platform.Service;
import io.holdfast.local.process.MemoryUse;
import io.holdfast.local.process.PartRecord;
import io.holdfast.local.process.ProcessIdentity;
import io.holdfast.local.process.Readiness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One look at all parts from outside. */
record StatusReport(List<Line> parts, Optional<ProcessIdentity> supervisor) {

  /**
   * @param state {@code up}, {@code starting} (runs but does not answer) or {@code down}
   * @param memory in bytes
   */
  record Line(
      String name, String state, long pid, int port, String version, long memory, Path log) {
    boolean up() {
      return state.equals("up");
    }
  }

  /** What is still to be done; a service that does not answer is absent. */
  record Work(Optional<ConsumerLag> lag, Map<Service, Backlogs.Backlog> backlogs) {}

  static StatusReport look(Instance instance, Occupancy occupancy) {
    List<Line> lines =
        PartNames.all(instance.instances()).parallelStream()
            .map(name -> line(instance, name))
            .toList();
    return new StatusReport(lines, occupancy.supervisor());
  }

  static Work work(Instance instance) throws InterruptedException {
    Backlogs backlogs = new Backlogs(instance);
    Map<Service, Backlogs.Backlog> found = new LinkedHashMap<>();
    for (Service service : Service.behindTheGateway()) {
      backlogs.of(service).ifPresent(backlog -> found.put(service, backlog));
    }
    return new Work(backlogs.lag(), found);
  }

  boolean supervised() {
    return supervisor.isPresent();
  }

  boolean allUp() {
    return supervised() && parts.stream().allMatch(Line::up);
  }

  List<String> missing() {
    List<String> missing = new ArrayList<>(supervised() ? List.of() : List.of("the supervisor"));
    parts.stream().filter(line -> !line.up()).map(Line::name).forEach(missing::add);
    return missing;
  }

  /** Of all processes, the supervisor's own too; in bytes. */
  long memory() {
    Stream<Long> own = supervisor.stream().map(process -> memory(process.pid()));
    return Stream.concat(own, parts.stream().map(Line::memory)).mapToLong(Long::longValue).sum();
  }

  private static long memory(long pid) {
    // the supervisor's children are the parts: counted with themselves
    return ProcessHandle.of(pid).map(MemoryUse::alone).orElse(0L);
  }

  private static Line line(Instance instance, String name) {
    Optional<PartRecord> record = PartRecord.read(instance.state(), name);
    Optional<PartRecord> alive = record.filter(part -> part.process().alive());
    String state = alive.isEmpty() ? "down" : answers(alive.get()) ? "up" : "starting";
    return new Line(
        name,
        state,
        alive.map(part -> part.process().pid()).orElse(0L),
        record.map(PartRecord::port).orElse(0),
        record.map(PartRecord::version).orElse(""),
        alive.flatMap(part -> ProcessHandle.of(part.process().pid())).map(MemoryUse::of).orElse(0L),
        instance.state().log(name));
  }

  private static boolean answers(PartRecord part) {
    String name = part.name().replaceFirst("-\\d$", "");
    boolean service = Arrays.stream(Service.values()).map(Service::word).anyMatch(name::equals);
    return (service
            ? Readiness.answering(part.port(), "/readyz")
            : Readiness.listening(part.port()))
        .ready();
  }
}
