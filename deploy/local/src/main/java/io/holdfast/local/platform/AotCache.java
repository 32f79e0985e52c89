package io.holdfast.local.platform;

import io.holdfast.local.process.Errand;
import io.holdfast.local.process.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Classes of one program, loaded and linked ahead of its start by a training run. It lies beside
 * the program's own copy and is named for the Java that made it: a new build or another Java has
 * none.
 */
final class AotCache {

  private final Path file;

  AotCache(Path folder, String name) {
    String java = System.getProperty("java.vm.version", "unknown").replaceAll("[^\\w.+-]", "_");
    this.file = folder.resolve(name + "-" + java + ".aot");
  }

  /** With the cache where there is one, else as it is. */
  JavaProgram applied(JavaProgram program) {
    return exists() ? program.with("-XX:AOTCache=" + file) : program;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * Runs the program up to the moment it could serve, when nobody else needs the processor; a
   * failure leaves things as they were.
   */
  void make(JavaProgram program, Map<String, String> environment, Errand training)
      throws InterruptedException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(
        program
            .with("-XX:AOTCacheOutput=" + unfinished, "-Dspring.context.exit=onRefresh")
            .command());
    try {
      int outcome = training.run(command, environment);
      if (outcome == 0 && Files.exists(unfinished)) {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.deleteIfExists(unfinished);
      Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + ".config"));
    } catch (IOException _) {
      // the next start is then as fast as this one was
    }
  }
}
