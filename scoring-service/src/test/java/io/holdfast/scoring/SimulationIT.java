package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a draft would change today, before anybody publishes it. */
class SimulationIT extends RealScoring {

  private static final String MODELS = "/api/v1/scoring-models";

  private final String tenant = "simulated-" + UUID.randomUUID();

  @Test
  void tellsWhoWouldMoveBandAndTheRevenueBehindAndChangesNothing() {
    IngestionFixture told = new IngestionFixture(tenant, account);
    told.usedBy(20, clock.instant().minus(Duration.ofDays(64)), 65);
    told.worth(account, 100);
    await().atMost(SOON).untilAsserted(() -> assertThat(bandOf()).isEqualTo("healthy"));
    await().atMost(SOON).untilAsserted(() -> assertThat(portfolioMrr()).isEqualTo("100"));
    ObjectNode draft = (ObjectNode) post("", "{\"from\": \"enterprise-v1\"}", 201);
    ObjectNode healthy = (ObjectNode) draft.at("/model/bands/healthy");
    healthy.put("enter", 100).put("leave", 100);
    String stricter = post("", "{\"model\": " + draft.get("model") + "}", 201).get("id").asString();

    JsonNode found = post("/" + stricter + "/simulations", "", 200);

    assertThat(found.get("inForce").asString()).isEqualTo("enterprise-v1");
    assertThat(found.get("accounts").asInt()).isOne();
    assertThat(found.get("moving").asInt()).isOne();
    assertThat(found.at("/moves/0/from").asString()).isEqualTo("healthy");
    assertThat(found.at("/moves/0/to").asString()).isEqualTo("watch");
    assertThat(found.at("/moves/0/arr").asString()).isNotEqualTo("0");
    assertThat(found.at("/movingAccounts/0/accountId").asString()).isEqualTo(account);
    assertThat(found.at("/bands/0/accountsBefore").asInt()).isOne();
    assertThat(found.at("/bands/0/accountsAfter").asInt()).isZero();
    assertThat(bandOf()).isEqualTo("healthy");
    assertThat(post("/enterprise-v1/simulations", "", 200).get("moving").asInt()).isZero();
  }

  @Test
  void isForTheWholeTenantAndItsOwnModels() {
    post("/nobodys-v1/simulations", "", 404);
    with(TestTokens.bearer(tenant, "models:read"))
        .post()
        .uri(MODELS + "/enterprise-v1/simulations")
        .exchange()
        .expectStatus()
        .isForbidden();
    with(TestTokens.sign(
            TestTokens.claims(tenant, "models:write").claim("accounts", List.of("a")).build()))
        .post()
        .uri(MODELS + "/enterprise-v1/simulations")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private String bandOf() {
    return body(tenant, "/api/v1/accounts/" + account + "/health").get("band").asString();
  }

  private String portfolioMrr() {
    return body(tenant, "/api/v1/portfolio").get("mrr").asString();
  }

  private JsonNode post(String path, String body, int status) {
    WebTestClient.RequestBodySpec request =
        with(TestTokens.bearer(tenant, "models:read", "models:write")).post().uri(MODELS + path);
    return EXACT.readTree(
        (body.isEmpty() ? request : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody());
  }

  private WebTestClient with(String token) {
    return client(tenant)
        .mutate()
        .defaultHeaders(headers -> headers.set("Authorization", "Bearer " + token))
        .build();
  }
}
