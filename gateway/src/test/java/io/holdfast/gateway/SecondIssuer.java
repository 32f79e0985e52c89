package io.holdfast.gateway;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** An OpenID provider in a process of its own, in Node, installed by npm from a lock file. */
final class SecondIssuer {
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "issuer.mjs");
  private static final Path FOLDER = Path.of("target", "second-issuer").toAbsolutePath();

  private final Process process;
  private final String address;

  private SecondIssuer(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static boolean canRun() {
    try {
      return run(Path.of("."), "node", "--version") == 0
          && run(Path.of("."), "npm", "--version") == 0;
    } catch (IOException | InterruptedException _) {
      return false;
    }
  }

  static SecondIssuer start() {
    try {
      install();
      Process process =
          new ProcessBuilder("node", "issuer.mjs")
              .directory(FOLDER.toFile())
              .redirectError(FOLDER.resolve("issuer.log").toFile())
              .start();
      BufferedReader out = process.inputReader();
      return new SecondIssuer(process, Objects.requireNonNull(out.readLine(), "no issuer"));
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  String address() {
    return address;
  }

  /** Tells it where to send logouts to, and returns when it serves. */
  void serve(String gateway) {
    try {
      var in = process.outputWriter();
      in.write(gateway + "\n");
      in.flush();
      BufferedReader out = process.inputReader();
      for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
        Objects.requireNonNull(line, "the issuer ended; see target/second-issuer/issuer.log");
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void stop() {
    process.destroy();
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String file : FILES) {
      try (InputStream in = SecondIssuer.class.getResourceAsStream("/second-issuer/" + file)) {
        Files.copy(
            Objects.requireNonNull(in), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
        && run(FOLDER, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") != 0) {
      throw new IllegalStateException("npm ci failed; see target/second-issuer/npm.log");
    }
  }

  private static int run(Path folder, String... command) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    File log = FOLDER.resolve(command[0] + ".log").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}
