package io.holdfast.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
@TestPropertySource(
    properties = {
      "holdfast.door.issuer=http://localhost:1",
      "holdfast.door.jwks=http://localhost:1/jwks"
    })
class ProviderAwayTests {
  @Autowired WebTestClient client;
  @LocalManagementPort int management;

  @Test
  void startsAllTheSame() {
    client.get().uri("/readyz").exchange().expectStatus().isOk();
    client.get().uri("/v1/batch").exchange().expectStatus().isOk();
  }

  @Test
  void blamesNotTheTokenForIt() {
    client
        .get()
        .uri("/api/v1/accounts")
        .headers(headers -> headers.setBearerAuth(Surroundings.PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void tellsAPersonToTryAgain() {
    client
        .get()
        .uri("/oauth2/authorization/holdfast")
        .accept(MediaType.TEXT_HTML)
        .exchange()
        .expectStatus()
        .isEqualTo(503);
  }

  @Test
  void showsItsOwnStateOnTheManagementPortOnly() {
    String there = "http://localhost:" + management;
    client.get().uri(there + "/actuator/health").exchange().expectStatus().isOk();
    client.get().uri(there + "/actuator/prometheus").exchange().expectStatus().isOk();
    client.get().uri(there + "/actuator/env").exchange().expectStatus().isNotFound();
    client.get().uri("/actuator/health").exchange().expectStatus().isUnauthorized();
  }
}
