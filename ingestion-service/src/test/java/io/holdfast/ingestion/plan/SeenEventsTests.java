package io.holdfast.ingestion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Use;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenEventsTests {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aRowStandsForAsManyUsesAsItCounts() {
    assertThat(SeenEvents.uses(usage("{\"eventId\":\"e\",\"count\":25}"))).isEqualTo(25);
    assertThat(SeenEvents.uses(usage("{\"eventId\":\"e\"}"))).isEqualTo(1);
    assertThat(SeenEvents.uses(usage("{\"of\":{\"count\":7},\"a\":[1],\"count\":3}"))).isEqualTo(3);
    assertThat(SeenEvents.uses(usage("{\"event\":\"\\\"count\\\":9\"}"))).isEqualTo(1);
  }

  private static Entry usage(String body) {
    return new Entry(
        Kind.USAGE,
        "e",
        List.of(),
        new Use("Login", null),
        NOW,
        body,
        Knowledge.observed(NOW),
        "api",
        0);
  }
}
