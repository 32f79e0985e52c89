package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands on the intake topic, whoever wrote it. */
@RealIngestion
class IntakeRecordsIT {
  private static final String CALL = "ingestion.call-received.v1";
  private static final String EVENT =
      "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"E\",\"context\":{\"groupId\":\"acme\"}}";

  @LocalServerPort int port;
  private Client client;
  private String source;

  @BeforeEach
  void source() {
    client = new Client(port);
    source = client.source("segment", "").path("sourceId").asString();
    client.account("acme");
  }

  @Test
  void ofCallsThatCameTogetherOnlyTheOneThatCannotBeReadIsSetAside() {
    send(
        CALL,
        """
        {"sourceId":"%s","receivedAt":"2026-01-05T10:00:00Z","calls":[
          {"type":"TRACK","at":1767225600000000,"messageId":"one","event":%s},
          {"type":"LEAP","at":1767225600000000,"messageId":"two","event":%s},
          {"type":"TRACK","at":1767225600000000,"messageId":"three","event":%s}]}
        """
            .formatted(source, EVENT, EVENT, EVENT));
    assertThat(client.published("holdfast.usage", 2, _ -> true))
        .extracting(message -> message.json().replaceAll(".*:(one|three)\".*", "$1"))
        .containsExactly("one", "three");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> client.count("dead_letter where convert_from(body, 'UTF8') like '%LEAP%'") == 1);
    assertThat(client.count("dead_letter")).isEqualTo(1);
  }

  @Test
  void aRecordOfOneEventAsTheVersionBeforeWroteItIsRead() {
    send(
        CALL,
        """
        {"sourceId":"%s","type":"TRACK","messageId":"old","at":"2026-01-05T10:00:00Z",
         "receivedAt":"2026-01-05T10:00:01Z","event":%s}
        """
            .formatted(source, EVENT));
    List<TestKafka.Received> usage = client.published("holdfast.usage", 1, _ -> true);
    assertThat(usage.getFirst().json()).contains(":old\"", "2026-01-05T10:00:00Z");
  }

  @Test
  void whatALaterVersionAcknowledgedIsNotPassedOver() {
    send("ingestion.something-new.v1", "{}");
    await().atMost(Duration.ofSeconds(30)).until(() -> client.count("dead_letter") == 1);
  }

  private void send(String type, String body) {
    TestKafka.send(
        "holdfast.intake",
        client.tenant + "|" + source + "|lane-1",
        TestKafka.headers(client.tenant, "acme", type, Instant.parse("2026-01-05T10:00:00Z")),
        body);
  }
}
