package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A service that is given one request at a time. */
@GatewayTest
class OverloadTests {
  private static final Upstream SLOW = new Upstream("slow");

  @Autowired WebTestClient client;
  @LocalServerPort int port;
  @LocalManagementPort int management;

  @DynamicPropertySource
  static void oneAtATime(DynamicPropertyRegistry properties) {
    properties.add("holdfast.in-flight.calls", () -> 1);
    properties.add("holdfast.services.scoring", SLOW::url);
  }

  @Test
  void refusesAtOnceWhatAServiceCannotTakeAndTakesItAgainAfterwards() throws Exception {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<Void>> waiting =
          browser.sendAsync(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + port + "/api/v1/portfolio/slow"))
                  .header("Authorization", "Bearer " + PROVIDER.accessToken())
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      until(() -> SLOW.seen().contains("GET /api/v1/portfolio/slow"));
      assertThat(told("in_flight")).isEqualTo(1);
      assertThat(told("in_flight_limit")).isEqualTo(1);
      double refusedBefore = told("overloaded_total");

      client
          .get()
          .uri("/api/v1/accounts")
          .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
          .exchange()
          .expectStatus()
          .isEqualTo(503)
          .expectHeader()
          .valueEquals("Retry-After", "1")
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("overloaded");
      assertThat(status("/api/v1/metrics/nrr")).isEqualTo(200);
      assertThat(told("overloaded_total") - refusedBefore).isEqualTo(1);

      waiting.cancel(true);
      until(() -> status("/api/v1/accounts") == 200);
      until(() -> told("in_flight") == 0);
    }
  }

  private double told(String name) {
    return Prometheus.value(
        management, "holdfast_gateway_" + name, "service=\"scoring\"", "lane=\"calls\"");
  }

  private int status(String path) {
    return client
        .get()
        .uri(path)
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .returnResult(byte[].class)
        .getStatus()
        .value();
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }
}
