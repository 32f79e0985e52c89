package io.holdfast.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory of a process and its children, shared pages counted by share. */
public final class MemoryUse {

  private MemoryUse() {}

  /** In bytes; 0 where the system does not tell. */
  public static long of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(MemoryUse::alone)
        .sum();
  }

  public static long alone(ProcessHandle process) {
    return share(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup"));
  }

  private static long share(Path rollup) {
    try (Stream<String> lines = Files.lines(rollup)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .sum();
    } catch (IOException | UncheckedIOException _) {
      return 0;
    }
  }
}
