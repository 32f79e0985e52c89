package io.holdfast.local.platform;

import io.holdfast.local.demo.DemoCompany;
import io.holdfast.local.demo.LoadFailed;
import io.holdfast.local.process.Errand;
import io.holdfast.local.process.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** The generator of the demo company in a process that is gone when it has done its work. */
public final class DemoLoading {

  private static final String NAME = "demo";
  private static final int HEAP_MEGABYTES = 384;

  private DemoLoading() {}

  /**
   * @param arguments the day on which the company's history ends
   */
  public static void main(String[] arguments) {
    Instance instance = Instance.ofEnvironment();
    try {
      DemoCompany.load(
          instance.gateway(),
          new CurrentToken(instance)::current,
          LocalDate.parse(arguments[0]),
          System.out::println);
    } catch (LoadFailed failure) {
      failure.printStackTrace(System.out);
      System.exit(1);
    }
  }

  /** Passes on what the process prints, and returns how it ended. */
  static int run(Instance instance, LocalDate today, Progress progress)
      throws IOException, InterruptedException {
    Path log = log(instance);
    Files.writeString(log, "");
    JavaProgram loader =
        Parts.own(DemoLoading.class, HEAP_MEGABYTES)
            .with(
                "-Dholdfast.project=" + instance.project(),
                "-Dholdfast.state=" + instance.state().root());
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
      return new Errand(NAME, log, instance.state())
          .run(
              loader.command(today.toString()),
              Map.of(),
              () -> {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  progress.say(line);
                }
              });
    }
  }

  static Path log(Instance instance) {
    return instance.state().log(NAME);
  }
}
