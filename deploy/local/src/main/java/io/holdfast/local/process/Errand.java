package io.holdfast.local.process;

import io.holdfast.local.state.KeptValues;
import io.holdfast.local.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program that runs to its end for this one. It ends with this process too; where this process
 * was killed, another run finds the errand by its record and ends it.
 */
public record Errand(String name, Path log, StateDirectory state) {

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** The errands that a killed process has left running. */
  public static List<ProcessIdentity> left(StateDirectory state) {
    return records(state).stream()
        .flatMap(record -> ProcessIdentity.kept(new KeptValues(record).all()).stream())
        .filter(ProcessIdentity::alive)
        .toList();
  }

  /** Looks on while the program runs, and once after its end. */
  @FunctionalInterface
  public interface Onlooker {
    void look() throws IOException;
  }

  public int run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    return run(command, environment, () -> {});
  }

  /**
   * @return the exit code
   * @throws InterruptedException also when this process is about to end
   */
  public int run(List<String> command, Map<String, String> environment, Onlooker onlooker)
      throws IOException, InterruptedException {
    Process process = Starting.start(command, environment, log);
    Thread withUs = new Thread(() -> end(process));
    try {
      whileWeRun(() -> Runtime.getRuntime().addShutdownHook(withUs));
      ProcessIdentity.of(process.pid()).ifPresent(p -> record().replace(p.toKeep()));
      await(process, onlooker);
      whileWeRun(() -> Runtime.getRuntime().removeShutdownHook(withUs));
      return process.exitValue();
    } finally {
      end(process);
      Files.deleteIfExists(state.errand(name));
    }
  }

  /** Of an errand that was cut off by our own end nobody needs to hear the outcome. */
  private static void whileWeRun(Runnable change) throws InterruptedException {
    try {
      change.run();
    } catch (IllegalStateException _) {
      throw new InterruptedException("This process is ending");
    }
  }

  private static void await(Process process, Onlooker onlooker)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    boolean over;
    do {
      over = process.waitFor(BETWEEN_LOOKS);
      onlooker.look();
      if (!over && System.nanoTime() > deadline) {
        end(process);
      }
    } while (!over);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private KeptValues record() {
    return new KeptValues(state.errand(name));
  }

  private static List<Path> records(StateDirectory state) {
    if (!Files.isDirectory(state.errands())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(state.errands())) {
      return files.filter(file -> file.toString().endsWith(".properties")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
