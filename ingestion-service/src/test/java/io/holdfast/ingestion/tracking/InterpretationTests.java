package io.holdfast.ingestion.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.batch.CallType;
import io.holdfast.ingestion.entry.Reference;
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

  @Test
  void whereAnEventHappenedDoesNotSayWhereItsUserBelongs() {
    String event = "{\"userId\":\"u\",\"event\":\"E\",\"context\":{\"groupId\":\"acme\"}}";
    Meaning tracked = of(CallType.TRACK, RECEIVED, event);
    assertThat(tracked.entries().getFirst().accounts()).containsExactly(Reference.account("acme"));
    assertThat(tracked.links()).isEmpty();
    assertThat(of(CallType.IDENTIFY, RECEIVED, event).links())
        .containsExactly(new Link.Membership("u", "acme", RECEIVED));
  }

  private static Meaning group(Instant at) {
    return of(CallType.GROUP, at, "{\"userId\":\"u\",\"groupId\":\"acme\",\"traits\":{}}");
  }

  private static Meaning of(CallType type, Instant at, String event) {
    return Interpretation.of(
        new ReceivedCall(UUID.randomUUID(), type, "m", at, RECEIVED, Json.MAPPER.readTree(event)));
  }
}
