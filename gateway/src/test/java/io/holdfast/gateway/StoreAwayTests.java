package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
@TestPropertySource(properties = "holdfast.sessions.port=1")
class StoreAwayTests {
  @Autowired WebTestClient client;

  @Test
  void servesWhoeverBringsATokenAllTheSame() {
    client
        .get()
        .uri("/api/v1/accounts")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isOk();
    client.post().uri("/v1/batch").bodyValue("{}").exchange().expectStatus().isOk();
    client.get().uri("/readyz").exchange().expectStatus().isOk();
    client
        .get()
        .uri("/console/first-paint.js")
        .cookie("holdfast-session", "x")
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void tellsAPersonToTryAgainAndNotThatTheyAreSignedOut() {
    client
        .get()
        .uri("/api/v1/accounts")
        .cookie("holdfast-session", "x")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    client
        .get()
        .uri("/oauth2/authorization/holdfast")
        .accept(MediaType.TEXT_HTML)
        .exchange()
        .expectStatus()
        .isEqualTo(503);
  }
}
