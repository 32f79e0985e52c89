package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Facts in webhooks, signed by the independent library of Standard Webhooks. */
@RealIngestion
class FactWebhookIT {
  private static final String FACT =
      "{\"accountId\":\"acme\",\"type\":\"dispute\",\"happenedAt\":\"2026-01-05\",\"value\":0.10}";
  @LocalServerPort int port;
  private Client client;
  private String sourceId;
  private String secret;

  @BeforeEach
  void source() {
    client = new Client(port);
    client.account("acme");
    JsonNode source = client.source("json", "");
    sourceId = source.path("sourceId").asString();
    secret = source.path("signingSecret").asString();
  }

  @Test
  void aSignedFactIsRecordedOnceHoweverOftenItIsDelivered() {
    deliver("msg_1", FACT, Instant.now()).expectStatus().isOk();
    deliver("msg_1", FACT, Instant.now()).expectStatus().isOk();
    deliver("msg_1", FACT.replace("dispute", "changed"), Instant.now()).expectStatus().isOk();
    deliver("msg_2", FACT.replace("dispute", "last"), Instant.now()).expectStatus().isOk();
    assertThat(
            client.published("holdfast.facts", 1, message -> message.json().contains("\"last\"")))
        .hasSize(1);
    List<JsonNode> facts =
        client
            .published("holdfast.facts", 2, message -> message.type().contains("fact-recorded"))
            .stream()
            .map(message -> Client.JSON.readTree(message.json()))
            .toList();
    assertThat(facts)
        .extracting(fact -> fact.path("type").asString())
        .containsExactly("dispute", "last");
    assertThat(facts.getFirst().path("value").asString()).isEqualTo("0.1");
    assertThat(facts.getFirst().path("factId").asString()).contains("msg_1");
  }

  @Test
  void aListWithOneFaultIsRefusedWhole() {
    String list = "[" + FACT + ",{\"accountId\":\"acme\",\"type\":\"Not a type!\"}]";
    JsonNode answer =
        Client.read(deliver("msg_1", list, Instant.now()).expectStatus().isEqualTo(422));
    assertThat(answer.path("errors").values())
        .extracting(fault -> fault.path("index").asInt() + " " + fault.path("field").asString())
        .containsExactlyInAnyOrder("1 type", "1 happenedAt");
    String mended = list.replace("Not a type!\"", "note\",\"happenedAt\":\"2026-01-06\"");
    JsonNode received = Client.read(deliver("msg_1", mended, Instant.now()).expectStatus().isOk());
    assertThat(received.path("received").asInt()).isEqualTo(2);
    client.published("holdfast.facts", 2, message -> message.type().contains("fact-recorded"));
  }

  @Test
  void aFactOfAnUnknownAccountWaits() {
    deliver("msg_1", FACT.replace("acme", "later"), Instant.now()).expectStatus().isOk();
    JsonNode held = await().until(client::quarantine, waiting -> waiting.size() == 1).getFirst();
    assertThat(held.path("source").asString()).isEqualTo(sourceId);
    client.account("later");
    assertThat(client.published("holdfast.facts", "fact-recorded").path("accountId").asString())
        .isEqualTo("later");
  }

  @Test
  void refusesForgedStaleAndUnsignedDeliveries() {
    client
        .http
        .post()
        .uri("/webhooks/json/" + sourceId)
        .bodyValue(FACT)
        .exchange()
        .expectStatus()
        .isUnauthorized();
    deliver("msg_1", FACT, Instant.now().minusSeconds(400)).expectStatus().isUnauthorized();
    deliver("msg_1", FACT, Instant.now().plusSeconds(400)).expectStatus().isUnauthorized();
    String genuine = secret;
    secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    deliver("msg_1", FACT, Instant.now()).expectStatus().isUnauthorized();
    secret = genuine;
    deliver("msg_1", "{", Instant.now()).expectStatus().isBadRequest();
    deliver("m".repeat(101), FACT, Instant.now()).expectStatus().isBadRequest();
    String segment = client.source("segment", "").path("sourceId").asString();
    sourceId = segment;
    deliver("msg_1", FACT, Instant.now()).expectStatus().isUnauthorized();
  }

  @Test
  void aRotatedSecretReplacesTheOldOne() {
    JsonNode rotated =
        Client.read(
            client.post("/api/v1/sources/" + sourceId + "/rotate", Map.of()).expectStatus().isOk());
    deliver("msg_1", FACT, Instant.now()).expectStatus().isUnauthorized();
    secret = rotated.path("signingSecret").asString();
    deliver("msg_1", FACT, Instant.now()).expectStatus().isOk();
  }

  @Test
  void aSecretOfOnesOwnMustBeOneOfStandardWebhooks() {
    for (String poor : List.of("secret", "whsec_!!", "whsec_c2hvcnQ=")) {
      client
          .post("/api/v1/sources", Map.of("kind", "json", "name", "crm", "signingSecret", poor))
          .expectStatus()
          .isEqualTo(422);
    }
    String own = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    JsonNode source = client.source("json", own);
    assertThat(source.has("signingSecret")).isFalse();
    sourceId = source.path("sourceId").asString();
    secret = own;
    deliver("msg_1", FACT, Instant.now()).expectStatus().isOk();
  }

  private WebTestClient.ResponseSpec deliver(String id, String body, Instant at) {
    try {
      return client
          .http
          .post()
          .uri("/webhooks/json/" + sourceId)
          .header("webhook-id", id)
          .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
          .header("webhook-signature", new Webhook(secret).sign(id, at.getEpochSecond(), body))
          .header("Content-Type", "application/json")
          .bodyValue(body)
          .exchange();
    } catch (WebhookSigningException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
