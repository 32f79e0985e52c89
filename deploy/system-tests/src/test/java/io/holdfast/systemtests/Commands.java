package io.holdfast.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher's commands, as somebody types them. */
record Commands(Path repository, Path state) {

  record Ended(int exit, String printed) {}

  /** Gives what it printed; fails when it failed. */
  String run(Duration longest, String... words) {
    Ended ended = execute(longest, words);
    if (ended.exit() != 0) {
      throw new AssertionError(
          String.join(" ", words) + " ended with " + ended.exit() + "\n" + ended.printed());
    }
    return ended.printed();
  }

  Ended execute(Duration longest, String... words) {
    try {
      Path output = Files.createTempFile("holdfast", ".out");
      List<String> command = new ArrayList<>(List.of(words));
      command.set(0, repository.resolve("deploy/local/" + words[0]).toString());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(repository.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("HOLDFAST_STATE", state.toString());
      builder.environment().put("HOLDFAST_AOT", "off"); // this state is not started a second time
      Process process = builder.start();
      boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      if (!ended) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end within " + longest + "\n" + printed);
      }
      return new Ended(process.exitValue(), printed);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }
}
