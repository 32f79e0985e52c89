package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Revenue metrics run three times, one of them dead; ingestion and scoring run once. */
@GatewayTest
class InstancesTests {
  private static final Upstream FIRST = new Upstream("first");
  private static final Upstream SECOND = new Upstream("second");
  private static final Upstream ALONE = new Upstream("alone");
  private static final Upstream INTAKE = new Upstream("intake");

  @Autowired WebTestClient client;
  @LocalServerPort int port;
  @LocalManagementPort int management;

  @DynamicPropertySource
  static void instances(DynamicPropertyRegistry properties) {
    properties.add(
        "holdfast.services.metrics", () -> FIRST.url() + ",http://localhost:1," + SECOND.url());
    properties.add("holdfast.services.scoring", ALONE::url);
    properties.add("holdfast.services.ingestion", INTAKE::url);
  }

  @BeforeEach
  @AfterEach
  void everybodyAnswers() {
    FIRST.hangsUp = SECOND.hangsUp = ALONE.hangsUp = false;
    client.get().uri("/readyz/metrics").exchange().expectStatus().isOk();
    client.get().uri("/readyz/scoring").exchange().expectStatus().isOk();
  }

  @Test
  void spreadsRequestsAndPassesTheDeadInstanceOverForReadsAndChangesAlike() {
    int before = FIRST.seen().size();
    int beforeOfSecond = SECOND.seen().size();

    for (int i = 0; i < 30; i++) {
      assertThat(status(HttpMethod.GET, "/api/v1/metrics/nrr")).isEqualTo(200);
      assertThat(status(HttpMethod.POST, "/api/v1/metrics/definitions")).isEqualTo(200);
    }

    assertThat(FIRST.seen().size() - before).isGreaterThan(10);
    assertThat(SECOND.seen().size() - beforeOfSecond).isGreaterThan(10);
  }

  @Test
  void repeatsAReadOnAnInstanceThatAnswers() {
    FIRST.hangsUp = true;

    IntStream.range(0, 20)
        .forEach(_ -> assertThat(status(HttpMethod.GET, "/api/v1/metrics/nrr")).isEqualTo(200));
  }

  @Test
  void neverSendsAChangeTwice() {
    ALONE.hangsUp = true;
    int before = ALONE.seen().size();

    assertThat(status(HttpMethod.POST, "/api/v1/scoring-models")).isEqualTo(503);
    assertThat(ALONE.seen().size() - before).isEqualTo(1);

    assertThat(status(HttpMethod.GET, "/api/v1/scoring-models")).isEqualTo(503);
    assertThat(ALONE.seen().size() - before).isEqualTo(4);
  }

  @Test
  void answersForAServiceThatFailedOftenWithoutAskingIt() {
    ALONE.hangsUp = true;
    IntStream.range(0, 12).forEach(_ -> status(HttpMethod.POST, "/api/v1/scoring-models"));
    int before = ALONE.seen().size();

    client
        .get()
        .uri("/api/v1/portfolio")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .valueEquals("Retry-After", "2")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("temporarily_unavailable");

    assertThat(ALONE.seen()).hasSize(before);
    assertThat(status(HttpMethod.GET, "/api/v1/metrics/nrr")).isEqualTo(200);
  }

  @Test
  void asksAgainAfterAWhile() throws Exception {
    ALONE.hangsUp = true;
    IntStream.range(0, 12).forEach(_ -> status(HttpMethod.POST, "/api/v1/scoring-models"));
    ALONE.hangsUp = false;

    Instant deadline = Instant.now().plusSeconds(20);
    while (status(HttpMethod.GET, "/api/v1/portfolio") != 200) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(100);
    }
  }

  @Test
  void asksAgainAtOnceWhenTheServiceSaysItIsReady() {
    ALONE.hangsUp = true;
    IntStream.range(0, 12).forEach(_ -> status(HttpMethod.POST, "/api/v1/scoring-models"));
    ALONE.hangsUp = false;

    client.get().uri("/readyz/scoring").exchange().expectStatus().isOk();

    assertThat(status(HttpMethod.GET, "/api/v1/portfolio")).isEqualTo(200);
  }

  @Test
  void tellsPrometheusWhichInstanceIsPassedOverAndHowOftenItCameToThat() {
    assertThat(breakerOfTheOnlyInstance("open")).isZero();
    double before = breakerOfTheOnlyInstance("opened_total");

    ALONE.hangsUp = true;
    IntStream.range(0, 12).forEach(_ -> status(HttpMethod.POST, "/api/v1/scoring-models"));
    assertThat(breakerOfTheOnlyInstance("open")).isEqualTo(1);
    assertThat(breakerOfTheOnlyInstance("opened_total")).isGreaterThan(before);

    ALONE.hangsUp = false;
    client.get().uri("/readyz/scoring").exchange().expectStatus().isOk();
    assertThat(breakerOfTheOnlyInstance("open")).isZero();
  }

  private double breakerOfTheOnlyInstance(String name) {
    return Prometheus.value(
        management,
        "holdfast_gateway_breaker_" + name,
        "service=\"scoring\"",
        "lane=\"calls\"",
        "instance=\"" + ALONE.url().replace("http://", "") + "\"");
  }

  @Test
  void blamesNoServiceForClientsThatBreakOff() throws Exception {
    for (int i = 0; i < 25; i++) {
      breakOff();
    }

    assertThat(status(HttpMethod.GET, "/api/v1/sources")).isEqualTo(200);
  }

  @Test
  void passesAFileOnAsItComes() {
    long before = INTAKE.received();
    DataBuffer half = DefaultDataBufferFactory.sharedInstance.wrap(new byte[64 * 1024]);
    Flux<DataBuffer> rest =
        Mono.fromSupplier(INTAKE::received)
            .filter(received -> received > before)
            .repeatWhenEmpty(empty -> empty.delayElements(Duration.ofMillis(20)))
            .map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[64 * 1024]))
            .cast(DataBuffer.class)
            .flux();

    client
        .post()
        .uri("/api/v1/imports?kind=usage")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .body(BodyInserters.fromDataBuffers(Flux.concat(Mono.just(half), rest)))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.length")
        .isEqualTo(128 * 1024);
  }

  private int status(HttpMethod method, String path) {
    return client
        .method(method)
        .uri(path)
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .returnResult(byte[].class)
        .getStatus()
        .value();
  }

  private void breakOff() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      String head =
          "POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{\"batch\":";
      long before = INTAKE.received();
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      Mono.fromSupplier(INTAKE::received)
          .filter(received -> received > before)
          .repeatWhenEmpty(empty -> empty.delayElements(Duration.ofMillis(5)))
          .block(Duration.ofSeconds(10));
      socket.setSoLinger(true, 0);
    }
  }
}
