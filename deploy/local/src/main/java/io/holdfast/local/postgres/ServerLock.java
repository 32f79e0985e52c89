package io.holdfast.local.postgres;

import io.holdfast.local.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file in which a server writes its process id. A server that was killed leaves it behind, and
 * none starts again while any process of this user has that id now, be it a text editor.
 */
record ServerLock(Path data) {

  /** An id that no process can have, and that PostgreSQL reads as one. */
  private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

  /** Takes a stranger's id out; the rest stays, by which PostgreSQL finds processes left over. */
  void release() {
    Path file = data.resolve("postmaster.pid");
    try {
      if (!Files.exists(file)) {
        return;
      }
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      if (!lines.isEmpty() && lines.getFirst().matches("\\d+") && !servesUs(lines.getFirst())) {
        lines.set(0, NOBODY);
        Files.write(file, lines);
      }
    } catch (IOException e) {
      throw new Refusal("PostgreSQL's lock %s cannot be read: %s.".formatted(file, e), e);
    }
  }

  private boolean servesUs(String pid) throws IOException {
    Path commandLine = Path.of("/proc", pid, "cmdline");
    return !Files.exists(Path.of("/proc/self"))
        || Files.exists(commandLine)
            && new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8)
                .contains(data.toString());
  }
}
