package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class OverrideIT extends RealScoring {

  private BigDecimal computed = BigDecimal.ZERO;

  @BeforeEach
  void scored() {
    ingestion.usedBy(20, clock.instant().minus(Duration.ofDays(64)), 65);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isNotEqualTo("unknown"));
    computed = health("").get("score").decimalValue();
  }

  @Test
  void aPersonsJudgementStandsInPlaceOfTheScoreAndIsAnEntryOfTheAxes() {
    put("{\"score\": 41.5, \"reason\": \"Sponsor left\", \"expiresOn\": \"%s\"}", 9).isOk();

    JsonNode health = health("");
    assertThat(health.get("score").decimalValue()).isEqualByComparingTo("41.5");
    assertThat(health.get("band").asString()).isEqualTo("at_risk");
    assertThat(health.get("computedScore").decimalValue()).isEqualByComparingTo(computed);
    assertThat(health.get("override").get("expiresOn").asString()).isEqualTo(day(9));
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode axis : health.get("axes")) {
      sum = sum.add(axis.get("points").decimalValue());
    }
    assertThat(sum).isEqualByComparingTo("41.5");
    assertThat(
            get("/api/v1/accounts/" + account + "/health/override", 200).get("reason").asString())
        .isEqualTo("Sponsor left");
    assertThat(get("/api/v1/accounts/" + account + "/events", 200).toString())
        .contains("Score overridden to 41.50: Sponsor left");
  }

  @Test
  void takenBackItIsGoneNowAndStaysInThePast() {
    put("{\"score\": 41.5, \"reason\": \"Sponsor left\", \"expiresOn\": \"%s\"}", 9).isOk();
    String then = "?asOf=" + clock.instant();
    clock.set(clock.instant().plusSeconds(60));

    delete("health:write").isNoContent();

    assertThat(health("").get("override").isNull()).isTrue();
    assertThat(health("").get("score").decimalValue()).isEqualByComparingTo(computed);
    assertThat(health(then).get("score").decimalValue()).isEqualByComparingTo("41.5");
    delete("health:write").isNotFound();
  }

  @Test
  void anotherTenantNeitherSeesNorChangesIt() {
    put("{\"score\": 41.5, \"reason\": \"Sponsor left\", \"expiresOn\": \"%s\"}", 9).isOk();

    for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.DELETE}) {
      request("other", method, "health:read", "health:write")
          .exchange()
          .expectStatus()
          .isNotFound();
    }
    request("other", HttpMethod.PUT, "health:write")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"score\": 1, \"reason\": \"Mine\", \"expiresOn\": \"%s\"}".formatted(day(9)))
        .exchange()
        .expectStatus()
        .isNotFound();

    assertThat(health("").get("score").decimalValue()).isEqualByComparingTo("41.5");
  }

  @Test
  void whatIsWrongIsRefusedAndChangesNothing() {
    String whole = "{\"score\": %s, \"reason\": \"%s\", \"expiresOn\": \"%s\"}";
    put(whole.formatted("101", "Sponsor left", day(1)), 0).isEqualTo(422);
    put(whole.formatted("1.001", "Sponsor left", day(1)), 0).isEqualTo(422);
    put(whole.formatted("null", "Sponsor left", day(1)), 0).isEqualTo(422);
    put(whole.formatted("50", " ", day(1)), 0).isEqualTo(422);
    put(whole.formatted("50", "Sponsor left", day(-1)), 0).isEqualTo(422);
    put(whole.formatted("50", "Sponsor left", "soon"), 0).isEqualTo(422);
    put("{\"score\": 50, \"reason\": \"Sponsor left\"}", 0).isEqualTo(422);
    put("{\"score\": \"many\"}", 0).isBadRequest();
    delete("health:read").isForbidden();
    get("/api/v1/accounts/" + account + "/health/override", 404);

    assertThat(health("").get("override").isNull()).isTrue();
  }

  private StatusAssertions put(String body, int days) {
    return request(own, HttpMethod.PUT, "health:write")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body.formatted(day(days)))
        .exchange()
        .expectStatus();
  }

  private StatusAssertions delete(String scope) {
    return request(own, HttpMethod.DELETE, scope).exchange().expectStatus();
  }

  private WebTestClient.RequestBodySpec request(
      String tenant, HttpMethod method, String... scopes) {
    return client(tenant)
        .mutate()
        .defaultHeaders(
            headers -> headers.set("Authorization", "Bearer " + TestTokens.bearer(tenant, scopes)))
        .build()
        .method(method)
        .uri("/api/v1/accounts/" + account + "/health/override");
  }

  private String day(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days).toString();
  }
}
