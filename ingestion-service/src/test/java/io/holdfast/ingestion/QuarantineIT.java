package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Many entries of the quarantine at once. */
@RealIngestion
class QuarantineIT {
  @LocalServerPort int port;
  private Client client;
  private String key;

  @BeforeEach
  void source() {
    client = new Client(port);
    key = client.source("segment", "").path("writeKey").asString();
  }

  @Test
  void filtersSayWhichAreMeant() {
    hold("globex", 2);
    hold("initech", 1);
    client.load("kind=tickets", "ticket_id,account_id,opened_at\nT,hooli,2026-01-05\n");
    await().until(client::quarantine, waiting -> waiting.size() == 4);
    assertThat(list("awaits=account:globex")).hasSize(2);
    assertThat(list("kind=tickets")).hasSize(1);
    assertThat(list("source=import")).hasSize(1);
    assertThat(list("kind=usage&reason=unknown_account")).hasSize(3);
    assertThat(list("to=2020-01-01T00:00:00Z")).isEmpty();
    for (String wrong : List.of("from=now", "kind=x", "awaits=" + "x".repeat(301))) {
      client.get("/api/v1/quarantine?" + wrong).expectStatus().isBadRequest();
    }
  }

  @Test
  void manyAreReplayedPartByPartAndSayWhatBecameOfThem() {
    hold("globex", 5);
    await().until(client::quarantine, waiting -> waiting.size() == 5);
    Map<String, Object> request = new HashMap<>(Map.of("kind", "usage", "limit", 2));
    int parts = 0;
    JsonNode answer;
    do {
      answer = Client.read(client.post("/api/v1/quarantine/replay", request).expectStatus().isOk());
      assertThat(answer.path("waiting").asInt()).isEqualTo(answer.path("taken").asInt());
      request.put("after", answer.path("next").asString());
      parts++;
    } while (answer.hasNonNull("next"));
    assertThat(parts).isEqualTo(3);
    assertThat(client.quarantine()).hasSize(5);
    client.post("/api/v1/quarantine/replay", Map.of("limit", 1_001)).expectStatus().isBadRequest();
    client.post("/api/v1/quarantine/replay", Map.of("reason", "x")).expectStatus().isBadRequest();
  }

  @Test
  void whatIsDiscardedIsGoneAndStaysCounted() {
    hold("globex", 2);
    hold("initech", 2);
    JsonNode imported =
        client.load("kind=tickets", "ticket_id,account_id,opened_at\nT,hooli,2026-01-05\n");
    List<JsonNode> held = await().until(client::quarantine, waiting -> waiting.size() == 5);
    discard(Map.of("awaits", "account:globex"), 2);
    discard(Map.of("kind", "tickets"), 1);
    String one =
        held.stream()
            .filter(entry -> entry.path("awaits").path(0).asString().endsWith("initech"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    client.post("/api/v1/quarantine/" + one + "/discard", Map.of()).expectStatus().isNoContent();
    client.post("/api/v1/quarantine/" + one + "/discard", Map.of()).expectStatus().isNotFound();
    JsonNode summary = Client.read(client.get("/api/v1/quarantine/summary").expectStatus().isOk());
    assertThat(summary.path("waiting").path(0).path("entries").asInt()).isEqualTo(1);
    assertThat(summary.path("left").path(0).path("outcome").asString()).isEqualTo("discarded");
    assertThat(summary.path("left").path(0).path("entries").asInt()).isEqualTo(4);
    JsonNode view =
        Client.read(
            client
                .get("/api/v1/imports/" + imported.path("importId").asString())
                .expectStatus()
                .isOk());
    assertThat(view.path("rejected").asInt()).isEqualTo(1);
    client.account("globex");
    client.account("initech");
    client.published("holdfast.usage", 1, _ -> true);
    await().untilAsserted(() -> assertThat(client.quarantine()).isEmpty());
  }

  /** Whoever leads to an account lets in what waits for her, by whatever way she came to. */
  @Test
  void whatWaitsForAVisitorEntersWhenTheAccountOfHerUserAppears() {
    client
        .track("/v1/track", key, "{\"anonymousId\":\"a1\",\"event\":\"E\"}")
        .expectStatus()
        .isOk();
    await().until(client::quarantine, waiting -> waiting.size() == 1);
    client
        .track("/v1/identify", key, "{\"anonymousId\":\"a1\",\"userId\":\"u1\"}")
        .expectStatus()
        .isOk();
    client
        .track("/v1/identify", key, "{\"userId\":\"u1\",\"context\":{\"groupId\":\"late\"}}")
        .expectStatus()
        .isOk();
    client.account("late");
    JsonNode usage = client.published("holdfast.usage", "usage-recorded");
    assertThat(usage.path("accountId").asString()).isEqualTo("late");
    assertThat(usage.path("userId").asString()).isEqualTo("u1");
  }

  private void discard(Map<String, Object> filter, int expected) {
    JsonNode answer =
        Client.read(client.post("/api/v1/quarantine/discard", filter).expectStatus().isOk());
    assertThat(answer.path("discarded").asInt()).isEqualTo(expected);
  }

  private List<JsonNode> list(String query) {
    return List.copyOf(
        Client.read(client.get("/api/v1/quarantine?" + query).expectStatus().isOk())
            .path("items")
            .values());
  }

  private void hold(String account, int events) {
    for (int i = 0; i < events; i++) {
      client
          .track(
              "/v1/track",
              key,
              "{\"userId\":\"u\",\"event\":\"E\",\"messageId\":\"%s-%d\",\"context\":{\"groupId\":\"%s\"}}"
                  .formatted(account, i, account))
          .expectStatus()
          .isOk();
    }
  }
}
