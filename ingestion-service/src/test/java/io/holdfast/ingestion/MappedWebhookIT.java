package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.ingestion.signing.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Deliveries of a system that knows nothing of Holdfast, signed and shaped its own way. */
@RealIngestion
class MappedWebhookIT {
  private static final String SECRET = "the desk's own secret";
  private static final String RULE =
      """
      {"kind": "tickets", "when": {"/type": "ticket"},
       "fields": {"ticket_id": "/no", "account_id": "/customer", "opened_at": "%s"}}
      """;

  @LocalServerPort int port;
  private Client client;
  private String source;

  @BeforeEach
  void source() {
    client = new Client(port);
    client.account("acme");
    source = "/api/v1/sources/" + client.source("json", "").path("sourceId").asString();
    client
        .put(
            source + "/signature",
            Map.of(
                "scheme", "hmac",
                "secret", SECRET,
                "header", "X-Desk-Signature",
                "prefix", "sha256=",
                "signed", "{timestamp}.{body}",
                "timestampHeader", "X-Desk-Time"))
        .expectStatus()
        .isOk();
  }

  @Test
  void aDeliveryBecomesWhatTheMappingSaysOnce() {
    map("/opened");
    deliver(ticket("T-1"), Instant.now()).expectStatus().isOk();
    deliver(ticket("T-1"), Instant.now()).expectStatus().isOk();
    deliver(ticket("T-2"), Instant.now()).expectStatus().isOk();
    List<String> tickets =
        client.published("holdfast.facts", 2, message -> message.type().contains("ticket")).stream()
            .map(message -> Client.JSON.readTree(message.json()).path("ticketId").asString())
            .toList();
    assertThat(tickets).containsExactly("T-1", "T-2");
  }

  @Test
  void whatCannotBeMappedWaitsUntilTheMappingIsMended() {
    map("/created");
    deliver(ticket("T-1"), Instant.now()).expectStatus().isOk();
    JsonNode held = await().until(client::quarantine, waiting -> waiting.size() == 1).getFirst();
    assertThat(held.path("reason").asString()).isEqualTo("unmapped");
    assertThat(held.path("detail").asString()).contains("opened_at", "missing");
    assertThat(replayed(held)).isEqualTo("waiting");
    map("/opened");
    assertThat(replayed(held)).isEqualTo("accepted");
    assertThat(client.quarantine()).isEmpty();
    client.published("holdfast.facts", "ticket-recorded");
  }

  @Test
  void whatIsForgedStaleOrUnsignedIsRefused() {
    map("/opened");
    deliver(ticket("T-1"), Instant.now().minusSeconds(400)).expectStatus().isUnauthorized();
    signed(ticket("T-1"), Instant.now(), "another secret").expectStatus().isUnauthorized();
    client
        .http
        .post()
        .uri(source.replace("/api/v1/sources", "/webhooks/json"))
        .bodyValue(ticket("T-1"))
        .exchange()
        .expectStatus()
        .isUnauthorized();
    deliver("[", Instant.now()).expectStatus().isBadRequest();
  }

  @Test
  void aPreviewShowsWhatASampleWouldBecome() {
    JsonNode sample = Client.JSON.readTree(ticket("T-1"));
    JsonNode mapping = mapping("/opened");
    JsonNode shown =
        Client.read(
            client
                .post(source + "/mapping/preview", Map.of("sample", sample, "mapping", mapping))
                .expectStatus()
                .isOk());
    JsonNode item = shown.path("items").path(0);
    assertThat(item.path("state").asString()).isEqualTo("mapped");
    assertThat(item.path("kind").asString()).isEqualTo("tickets");
    assertThat(item.path("accounts").path(0).asString()).isEqualTo("account:acme");
    assertThat(item.path("content").path("ticketId").asString()).isEqualTo("T-1");
    client
        .post(source + "/mapping/preview", Map.of("sample", sample))
        .expectStatus()
        .isEqualTo(422);
    client.put(source + "/mapping", Map.of("rules", 7)).expectStatus().isEqualTo(422);
    assertThat(Client.read(client.get(source + "/mapping").expectStatus().isOk())).isEmpty();
    assertThat(client.quarantine()).isEmpty();
  }

  private String replayed(JsonNode held) {
    return Client.read(
            client
                .post("/api/v1/quarantine/" + held.path("id").asString() + "/replay", Map.of())
                .expectStatus()
                .isOk())
        .path("state")
        .asString();
  }

  private void map(String opened) {
    client.put(source + "/mapping", mapping(opened)).expectStatus().isOk();
  }

  private static JsonNode mapping(String opened) {
    return Client.JSON.readTree("{\"rules\":[" + RULE.formatted(opened) + "]}");
  }

  private static String ticket(String number) {
    return "{\"type\":\"ticket\",\"no\":\"%s\",\"customer\":\"acme\",\"opened\":\"2026-01-05T10:00:00Z\"}"
        .formatted(number);
  }

  private WebTestClient.ResponseSpec deliver(String body, Instant at) {
    return signed(body, at, SECRET);
  }

  private WebTestClient.ResponseSpec signed(String body, Instant at, String secret) {
    String time = Long.toString(at.getEpochSecond());
    byte[] code =
        HmacSha256.of(
            secret.getBytes(StandardCharsets.UTF_8),
            time + ".",
            body.getBytes(StandardCharsets.UTF_8));
    return client
        .http
        .post()
        .uri(source.replace("/api/v1/sources", "/webhooks/json"))
        .header("X-Desk-Time", time)
        .header("X-Desk-Signature", "sha256=" + HexFormat.of().formatHex(code))
        .bodyValue(body)
        .exchange();
  }
}
