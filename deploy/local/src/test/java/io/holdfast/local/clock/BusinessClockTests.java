package io.holdfast.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTests {

  private static final Instant REAL = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;

  @Test
  void isRealTimeUntilMoved() {
    assertThat(clock().time()).isEqualTo(REAL);
  }

  @Test
  void movesAddUp() {
    clock().move(ClockShift.parse("+7d"));
    clock().move(ClockShift.parse("+7d"));
    clock().move(ClockShift.parse("-1h"));

    assertThat(clock().time()).isEqualTo(REAL.plus(Duration.ofHours(14 * 24 - 1)));
  }

  @Test
  void writesAnIsoDurationThatServicesRead() throws Exception {
    clock().move(ClockShift.parse("+7d"));

    assertThat(folder.resolve("clock")).hasContent("PT168H");
  }

  @Test
  void leavesNoHalfWrittenFileBehind() throws Exception {
    clock().move(ClockShift.parse("+7d"));

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("clock"));
    }
  }

  private BusinessClock clock() {
    return new BusinessClock(folder.resolve("clock"), Clock.fixed(REAL, ZoneOffset.UTC));
  }
}
