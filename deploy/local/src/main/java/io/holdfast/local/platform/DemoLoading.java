package io.holdfast.local.platform;

import io.holdfast.local.demo.DemoCompany;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** The generator of the demo company in a process that is gone when it has done its work. */
public final class DemoLoading {

  private DemoLoading() {}

  /**
   * @param arguments the day on which the company's history ends
   */
  public static void main(String[] arguments) {
    Instance instance = Instance.ofEnvironment();
    DemoCompany.load(
        instance.gateway(),
        new CurrentToken(instance)::current,
        LocalDate.parse(arguments[0]),
        System.out::println);
  }

  static String[] settings(Instance instance) {
    return new String[] {
      "-Dholdfast.project=" + instance.project(), "-Dholdfast.state=" + instance.state().root()
    };
  }

  static Path log(Instance instance) {
    return instance.state().log("demo");
  }

  /** Passes on what the process prints. */
  static int follow(Start start, Path log, Progress progress)
      throws IOException, InterruptedException {
    Files.deleteIfExists(log);
    Process process = start.process();
    Thread end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
      boolean over;
      do {
        over = process.waitFor(200, TimeUnit.MILLISECONDS);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          progress.say(line);
        }
      } while (!over);
      return process.exitValue();
    } finally {
      process.destroyForcibly();
      removeHook(end);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // the shutdown it was meant for has begun
    }
  }

  /** Starts the process. */
  @FunctionalInterface
  interface Start {
    Process process() throws IOException;
  }
}
