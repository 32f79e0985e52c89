package io.holdfast.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptValuesTests {

  @TempDir Path folder;

  @Test
  void remembersAcrossRuns() {
    new KeptValues(file()).put("gateway", "8080");

    assertThat(new KeptValues(file()).get("gateway")).contains("8080");
  }

  @Test
  void makesAValueOnce() {
    KeptValues values = new KeptValues(file());
    values.computeIfAbsent("secret", () -> "first");

    assertThat(values.computeIfAbsent("secret", () -> "second")).isEqualTo("first");
  }

  @Test
  void losesNoValueWhenManyAreMadeAtOnce() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String name = "secret" + i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> new KeptValues(file()).computeIfAbsent(name, () -> name)));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(new KeptValues(file()).all()).hasSize(30);
  }

  @Test
  void aValueMayBeMadeOfAnotherOne() {
    KeptValues values = new KeptValues(file());

    values.computeIfAbsent("key", () -> values.computeIfAbsent("secret", () -> "s") + "!");

    assertThat(values.all()).containsOnly(Map.entry("key", "s!"), Map.entry("secret", "s"));
  }

  @Test
  void isEmptyWithoutAFile() {
    assertThat(new KeptValues(file()).all()).isEmpty();
  }

  @Test
  void isForTheOwnersEyesOnly() throws Exception {
    new KeptValues(file()).replace(Map.of("password", "p=w#d\\ ü"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(new KeptValues(file()).all()).containsExactly(Map.entry("password", "p=w#d\\ ü"));
  }

  private Path file() {
    return folder.resolve("kept.properties");
  }
}
