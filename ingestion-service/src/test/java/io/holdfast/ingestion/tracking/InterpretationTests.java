package io.holdfast.ingestion.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.identity.Link;
import io.holdfast.ingestion.requests.Json;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InterpretationTests {
  private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void whatIsSaidForALaterTimeIsSaidNow() {
    Meaning meaning = group(RECEIVED.plusSeconds(999_999));
    assertThat(meaning.entries().getFirst().time()).isEqualTo(RECEIVED);
    assertThat(meaning.links()).containsExactly(new Link.Membership("u", "acme", RECEIVED));
  }

  @Test
  void whatIsSaidForAnEarlierTimeWasSaidThen() {
    Instant then = RECEIVED.minusSeconds(999_999);
    assertThat(group(then).entries().getFirst().time()).isEqualTo(then);
  }

  private static Meaning group(Instant at) {
    return Interpretation.of(
        new ReceivedCall(
            UUID.randomUUID(),
            CallType.GROUP,
            "m",
            at,
            RECEIVED,
            Json.MAPPER.readTree("{\"userId\":\"u\",\"groupId\":\"acme\",\"traits\":{}}")));
  }
}
