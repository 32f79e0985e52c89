package io.holdfast.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts programs that depend on nothing of the caller: own session, own output, few variables. */
final class Starting {

  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR");
  private static final boolean SESSIONS = Files.isExecutable(Path.of("/usr/bin/setsid"));
  private static final long LARGEST_LOG = 20L * 1024 * 1024;

  private Starting() {}

  /** In a session of its own where the system has them, so that a Ctrl-C does not reach it. */
  static Process start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> words = new ArrayList<>(SESSIONS ? List.of("/usr/bin/setsid") : List.of());
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().put("TZ", "UTC");
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().putAll(environment);
    return builder.start();
  }
}
