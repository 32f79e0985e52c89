package io.holdfast.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLockTests {

  @TempDir Path data;

  @Test
  void theIdOfAStrangerIsTakenOutAndTheRestStays() throws Exception {
    write(ProcessHandle.current().pid());

    new ServerLock(data).release();

    assertThat(Files.readAllLines(lock())).containsExactly("2147483647", "/data", "  5432001  7");
  }

  @Test
  void aServerOfThisDataKeepsItsId() throws Exception {
    Process server = new ProcessBuilder("sh", "-c", "sleep 600; true", data.toString()).start();
    try {
      write(server.pid());

      new ServerLock(data).release();

      assertThat(Files.readAllLines(lock()).getFirst()).isEqualTo(String.valueOf(server.pid()));
    } finally {
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly();
    }
  }

  @Test
  void withoutALockThereIsNothingToDo() {
    new ServerLock(data).release();

    assertThat(lock()).doesNotExist();
  }

  private void write(long pid) throws Exception {
    Files.writeString(lock(), pid + "\n/data\n  5432001  7\n");
  }

  private Path lock() {
    return data.resolve("postmaster.pid");
  }
}
