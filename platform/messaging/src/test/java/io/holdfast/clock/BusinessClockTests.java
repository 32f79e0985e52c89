package io.holdfast.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTests {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private final Clock real = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void isRealTimeWithoutAFile() {
    assertThat(new BusinessClock(real, folder.resolve("none")).instant()).isEqualTo(NOW);
  }

  @Test
  void isMovedByTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("clock"), "PT168H\n");
    assertThat(new BusinessClock(real, file).instant()).isEqualTo(NOW.plus(Duration.ofDays(7)));
  }

  @Test
  void keepsItsOffsetWhenTheFileCannotBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("clock"), "a week");
    assertThat(new BusinessClock(real, file).instant()).isEqualTo(NOW);
  }
}
