package io.holdfast.local.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs shell text with the functions of {@code deploy/local/lib} at hand. */
record Script(Path folder, Map<String, String> environment) {

  record Outcome(int exit, String output) {}

  Outcome run(String text) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", "-c", "set -euo pipefail\n" + text, "up")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Outcome(exit, Files.readString(output).strip());
  }
}
