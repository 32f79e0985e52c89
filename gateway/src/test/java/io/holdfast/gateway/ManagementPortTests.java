package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The management port tells how the gateway is, and is no second door. */
@GatewayTest
class ManagementPortTests {
  @LocalManagementPort int managementPort;

  private WebTestClient management;

  @BeforeEach
  void reach() {
    management = WebTestClient.bindToServer().baseUrl("http://localhost:" + managementPort).build();
  }

  @Test
  void tellsHealth() {
    management.get().uri("/actuator/health").exchange().expectStatus().isOk();
  }

  /** It has no door that a credential could be refused at. */
  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "Basic d3JpdGVrZXk6"})
  void asksForNoCredentials(String authorization) {
    management
        .get()
        .uri("/actuator/health")
        .header("Authorization", authorization)
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void refusesAnAmbiguousAddress() {
    management
        .get()
        .uri(URI.create("http://localhost:" + managementPort + "/actuator//health"))
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/batch",
        "/webhooks/any",
        "/api/v1/accounts",
        "/api/v1/me",
        "/readyz",
        "/docs",
        "/",
        "/logout"
      })
  void leadsToNoServiceAndNoPage(String path) {
    management
        .get()
        .uri(path)
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isNotFound();
    management.get().uri(path).exchange().expectStatus().isNotFound();
  }
}
