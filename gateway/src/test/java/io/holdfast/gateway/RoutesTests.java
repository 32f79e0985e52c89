package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class RoutesTests {
  @Autowired WebTestClient client;

  @ParameterizedTest
  @CsvSource({
    "/v1/batch, ingestion",
    "/webhooks/stripe/s1, ingestion",
    "/api/v1/sources, ingestion",
    "/api/v1/sources/s1/rotate, ingestion",
    "/api/v1/tracking-plan, ingestion",
    "/api/v1/imports, ingestion",
    "/api/v1/imports/i1/errors, ingestion",
    "/api/v1/facts, ingestion",
    "/api/v1/quarantine/q1/replay, ingestion",
    "/api/v1/tenants, ingestion",
    "/api/v1/accounts/a1/contacts, ingestion",
    "/api/v1/accounts/a1/merges, ingestion",
    "/api/v1/accounts, scoring",
    "/api/v1/accounts/a1, scoring",
    "/api/v1/accounts/a1/health/history, scoring",
    "/api/v1/accounts/a1/events, scoring",
    "/api/v1/portfolio, scoring",
    "/api/v1/scoring-models, scoring",
    "/api/v1/metrics/nrr, metrics",
    "/api/v1/dead-letters/ingestion, ingestion",
    "/api/v1/dead-letters/scoring/d1, scoring",
    "/api/v1/rebuilds/scoring, scoring",
    "/api/v1/rebuilds/metrics, metrics",
    "/api/v1/dead-letters/metrics/d1/replay, metrics",
    "/api/v1/accounts/a1/mrr-movements, metrics",
    "/api/v1/accounts/a1/subscriptions, metrics",
  })
  void sendsEachPathToItsService(String path, String service) {
    client
        .get()
        .uri(path)
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.service")
        .isEqualTo(service)
        .jsonPath("$.uri")
        .isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/alerts",
        "/api/v1/plays",
        "/api/v1/play-runs",
        "/api/v1/channels",
        "/api/v1/people/p1",
        "/api/v1/dead-letters/notification",
        "/api/v1/rebuilds/notification"
      })
  void saysThatAServiceIsAwayAndWhenToTryAgain(String path) {
    client
        .get()
        .uri(path)
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("temporarily_unavailable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/", "/api/v1", "/api/v1/accounts", "/api/nothing"})
  void sendsNobodyFromTheApiToSignIn(String path) {
    client
        .get()
        .uri(path)
        .accept(MediaType.TEXT_HTML)
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void answersUnknownPathsWithAProblem() {
    client
        .get()
        .uri("/api/v1/nothing")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    client
        .get()
        .uri("/v2/nothing")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void passesWriteKeysOnUnread() {
    client
        .post()
        .uri("/v1/batch")
        .header("Authorization", "Basic d3JpdGVrZXk6")
        .bodyValue("{}")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.headers.Authorization")
        .isEqualTo("Basic d3JpdGVrZXk6")
        .jsonPath("$.length")
        .isEqualTo(2);
  }

  @Test
  void tellsWhichServicesAreReady() {
    client.get().uri("/livez").exchange().expectStatus().isOk();
    client.get().uri("/readyz").exchange().expectStatus().isOk();
    client.get().uri("/readyz/scoring").exchange().expectStatus().isOk();
    client
        .get()
        .uri("/readyz/notification")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    client.get().uri("/readyz/nobody").exchange().expectStatus().isNotFound();
    client
        .get()
        .uri("/readyz/all")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectBody()
        .jsonPath("$.scoring")
        .isEqualTo("ready")
        .jsonPath("$.notification")
        .isEqualTo("not ready");
  }
}
