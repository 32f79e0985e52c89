package io.holdfast.ingestion.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BelievableTimeTests {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void nothingHappenedBefore2000() {
    assertThat(BelievableTime.fault(Instant.parse("1999-12-31T23:59:59.999Z"), NOW))
        .contains(Reason.IMPLAUSIBLE_TIME);
    assertThat(BelievableTime.fault(Instant.parse("2000-01-01T00:00:00Z"), NOW)).isEmpty();
  }

  @Test
  void nothingHappenedMoreThanFiveMinutesAhead() {
    assertThat(BelievableTime.fault(NOW.plusSeconds(300), NOW)).isEmpty();
    assertThat(BelievableTime.fault(NOW.plusSeconds(301), NOW)).contains(Reason.FUTURE_TIMESTAMP);
  }
}
