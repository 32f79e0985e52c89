package io.holdfast.scoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.picture.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FactBodiesTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void readsWhatWasKeptBeforeMeetingsAndAnswersWereKindsOfTheirOwn() {
    assertThat(earlier("\"meeting\"", "\"executive\""))
        .isEqualTo(new Fact.Meeting(NOON, "executive", null));
    assertThat(earlier("\"survey\"", "\"NPS 6\""))
        .isEqualTo(new Fact.SurveyAnswer(NOON, "nps", new BigDecimal("6"), null));
    assertThat(earlier("\"survey\"", "\"exit\""))
        .isEqualTo(new Fact.SurveyAnswer(NOON, "exit", null, null));
    assertThat(earlier("\"reference\"", "\"speaks in May\""))
        .isEqualTo(new Fact.Noted(NOON, "reference", "speaks in May"));
    assertThat(earlier("\"reply\"", "null")).isEqualTo(new Fact.Noted(NOON, "reply", null));
  }

  private static Fact earlier(String kind, String label) {
    return FactBodies.read(
        "interaction",
        "{\"happenedAt\": \"2026-03-02T12:00:00Z\", \"kind\": %s, \"label\": %s}"
            .formatted(kind, label));
  }
}
