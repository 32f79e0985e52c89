package io.holdfast.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The provider answers, but has nothing where its keys should be. */
@GatewayTest
class NoKeysTests {
  private static final DisposableServer EMPTY =
      HttpServer.create().host("localhost").port(0).handle((_, answer) -> answer.send()).bindNow();

  @Autowired WebTestClient client;

  @DynamicPropertySource
  static void noKeys(DynamicPropertyRegistry properties) {
    properties.add("holdfast.door.jwks", () -> "http://localhost:" + EMPTY.port() + "/jwks");
  }

  @Test
  void aTokenThatNobodyCanJudgeIsNeitherBelievedNorBlamed() {
    client
        .get()
        .uri("/api/v1/accounts")
        .headers(headers -> headers.setBearerAuth(Surroundings.PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After");
  }
}
