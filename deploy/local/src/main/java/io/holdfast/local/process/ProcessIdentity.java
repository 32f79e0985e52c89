package io.holdfast.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One run of one process. Process ids are used again, so the moment of the start belongs to it:
 * nothing is ever signalled by its id alone.
 */
public record ProcessIdentity(long pid, String started) {

  /** Present while a process with this id runs. */
  public static Optional<ProcessIdentity> of(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> startOf(handle).map(start -> new ProcessIdentity(pid, start)));
  }

  public static ProcessIdentity current() {
    return of(ProcessHandle.current().pid()).orElseThrow();
  }

  /** As remembered by {@link #toKeep()}; absent where nothing is. */
  public static Optional<ProcessIdentity> kept(Map<String, String> values) {
    String pid = values.get("pid");
    String started = values.get("started");
    return pid == null || started == null
        ? Optional.empty()
        : Optional.of(new ProcessIdentity(Long.parseLong(pid), started));
  }

  public Map<String, String> toKeep() {
    return Map.of("pid", String.valueOf(pid), "started", started);
  }

  public boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }

  private static Optional<String> startOf(ProcessHandle handle) {
    Path stat = Path.of("/proc", String.valueOf(handle.pid()), "stat");
    if (!Files.exists(Path.of("/proc/self/stat"))) {
      return handle.info().startInstant().map(String::valueOf);
    }
    try {
      return startTicks(Files.readString(stat));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Field 22 of proc(5); the name in brackets before it may itself hold blanks and brackets. */
  static Optional<String> startTicks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    boolean dead = fields[0].equals("Z") || fields[0].equals("X");
    return dead ? Optional.empty() : Optional.of(fields[19]);
  }
}
