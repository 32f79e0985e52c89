package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealIngestion
class FactsIT {
  @LocalServerPort int port;
  private Client client;

  @BeforeEach
  void tenant() {
    client = new Client(port);
  }

  @Test
  void factsEnterOneByOneOrAsAList() {
    client.account("acme");
    JsonNode answer =
        Client.read(
            client
                .send(
                    "/api/v1/facts",
                    "[{\"accountId\":\"acme\",\"type\":\"csm_pulse\",\"happenedAt\":\"2025-01-01T00:00:00Z\",\"value\":4},{\"accountId\":\"acme\",\"type\":\"Not"
                        + " A Type!\",\"happenedAt\":\"x\"}]")
                .expectStatus()
                .isEqualTo(415));
    assertThat(answer.path("status").asInt()).isEqualTo(415);
    JsonNode facts =
        Client.read(
            client
                .post(
                    "/api/v1/facts",
                    "[{\"accountId\":\"acme\",\"type\":\"csm_pulse\",\"happenedAt\":\"2025-01-01T00:00:00Z\",\"value\":4},{\"accountId\":\"acme\",\"type\":\"Not"
                        + " A Type!\",\"happenedAt\":\"x\"}]")
                .expectStatus()
                .isEqualTo(202));
    assertThat(facts.path("accepted").asInt()).isEqualTo(1);
    assertThat(facts.path("items").path(1).path("errors").size()).isEqualTo(2);
    assertThat(client.published("holdfast.facts", "fact-recorded").path("value").asString())
        .isEqualTo("4");
    client.post("/api/v1/facts", "{\"accountId\":\"acme\"}").expectStatus().isEqualTo(422);
  }

  @Test
  void whoMaySeeSomeAccountsTellsFactsOfTheseOnly() {
    client.account("acme");
    String token =
        TestTokens.sign(
            TestTokens.claims(client.tenant, "facts:write", "imports:read")
                .claim("accounts", List.of("other"))
                .build());
    client
        .http
        .post()
        .uri("/api/v1/facts")
        .header("Authorization", "Bearer " + token)
        .bodyValue(Map.of("accountId", "acme", "type", "note", "happenedAt", "2025-01-01"))
        .exchange()
        .expectStatus()
        .isEqualTo(422);
    client
        .http
        .get()
        .uri("/api/v1/imports")
        .header("Authorization", "Bearer " + token)
        .exchange()
        .expectStatus()
        .isForbidden();
  }
}
