package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The last events of a source, with what became of them. */
@RealIngestion
class SourceEventsIT {
  @LocalServerPort int port;
  private Client client;
  private String source;
  private String key;

  @BeforeEach
  void source() {
    client = new Client(port);
    JsonNode created = client.source("segment", "");
    source = created.path("sourceId").asString();
    key = created.path("writeKey").asString();
    client.account("acme");
    client
        .put("/api/v1/tracking-plan", Map.of("events", List.of(Map.of("event", "Report Exported"))))
        .expectStatus()
        .isOk();
  }

  @Test
  void eachEventHasItsVerdict() {
    send("m1", "Report Exported", "acme");
    send("m1", "Report Exported", "acme");
    send("m2", "Something Else", "acme");
    send("m3", "Report Exported", "nobody");
    client
        .track(
            "/v1/batch",
            key,
            "{\"batch\":[{\"type\":\"track\",\"messageId\":\"m4\",\"userId\":\"u\"}]}")
        .expectStatus()
        .isOk();
    await()
        .untilAsserted(
            () ->
                assertThat(events("sources:read"))
                    .extracting(
                        event ->
                            "%s %s %s %s"
                                .formatted(
                                    event.path("messageId").asString(),
                                    event.path("verdict").asString(),
                                    event.hasNonNull("planned")
                                        ? event.path("planned").asBoolean()
                                        : "-",
                                    event.hasNonNull("reason")
                                        ? event.path("reason").asString()
                                        : "-"))
                    .containsExactlyInAnyOrder(
                        "m1 accepted true -",
                        "m1 duplicate true -",
                        "m2 accepted false -",
                        "m3 waiting true unknown_account",
                        "m4 rejected - missing_event"));
    assertThat(events("sources:read"))
        .allSatisfy(event -> assertThat(event.path("body").isNull()).isTrue())
        .anySatisfy(event -> assertThat(event.path("accountId").asString()).isEqualTo("acme"));
    assertThat(events("sources:read", "personal:read"))
        .anySatisfy(event -> assertThat(event.path("body").asString()).contains("Report Exported"));
    List<JsonNode> looks =
        client
            .published("holdfast.audit", 1, message -> message.json().contains("\"seen\""))
            .stream()
            .map(message -> Client.JSON.readTree(message.json()))
            .toList();
    assertThat(looks).as("those without bodies are no looks at people").hasSize(1);
    assertThat(looks.getFirst().path("objectId").asString()).isEqualTo(source);
    assertThat(looks.getFirst().path("count").asInt())
        .as("what was rejected has none")
        .isEqualTo(4);
  }

  @Test
  void ofManyTheLastAreShownAndOfAnotherTenantNone() {
    for (int batch = 0; batch < 20; batch++) {
      StringBuilder events = new StringBuilder();
      for (int i = 0; i < 50; i++) {
        events
            .append(i == 0 ? "" : ",")
            .append("{\"type\":\"track\",\"userId\":\"u\",\"event\":\"E\"}");
      }
      client.track("/v1/batch", key, "{\"batch\":[" + events + "]}").expectStatus().isOk();
    }
    await().untilAsserted(() -> assertThat(events("sources:read")).isNotEmpty());
    assertThat(events("sources:read")).hasSizeLessThanOrEqualTo(200);
    Client other = new Client(port);
    other.get("/api/v1/sources/" + source + "/events").expectStatus().isNotFound();
    client.get("/api/v1/sources/" + source + "/events?limit=201").expectStatus().isBadRequest();
    client.get("/api/v1/sources/cloudevents/events").expectStatus().isOk();
    client.get("/api/v1/sources/nothing/events").expectStatus().isNotFound();
  }

  private List<JsonNode> events(String... scopes) {
    JsonNode view =
        Client.read(
            client
                .http
                .get()
                .uri("/api/v1/sources/" + source + "/events?limit=200")
                .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, scopes))
                .exchange()
                .expectStatus()
                .isOk());
    return List.copyOf(view.path("items").values());
  }

  private void send(String messageId, String event, String account) {
    client
        .track(
            "/v1/track",
            key,
            "{\"messageId\":\"%s\",\"userId\":\"u\",\"event\":\"%s\",\"context\":{\"groupId\":\"%s\"}}"
                .formatted(messageId, event, account))
        .expectStatus()
        .isOk();
  }
}
