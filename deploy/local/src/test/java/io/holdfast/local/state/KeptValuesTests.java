package io.holdfast.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
