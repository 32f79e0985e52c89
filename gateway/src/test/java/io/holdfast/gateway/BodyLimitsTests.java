package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/** How long a body may be, declared or counted. */
@GatewayTest
class BodyLimitsTests {
  private static final int CHUNK = 64 * 1024;
  @Autowired WebTestClient client;

  @ParameterizedTest
  @ValueSource(strings = {"/v1/batch", "/webhooks/stripe/s1", "/api/v1/facts"})
  void refusesADeclaredLengthOverTheLimit(String path) {
    post(path)
        .contentLength(20 * CHUNK)
        .body(BodyInserters.fromDataBuffers(chunks(20)))
        .exchange()
        .expectStatus()
        .isEqualTo(413)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/batch", "/webhooks/stripe/s1", "/api/v1/facts"})
  void countsChunkedBodiesToo(String path) {
    post(path)
        .body(BodyInserters.fromDataBuffers(chunks(20)))
        .exchange()
        .expectStatus()
        .isEqualTo(413)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("body_too_large");
    post(path)
        .body(BodyInserters.fromDataBuffers(chunks(16)))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.length")
        .isEqualTo(16 * CHUNK);
  }

  @Test
  void givesImportsALimitOfTheirOwn() {
    post("/api/v1/imports?kind=usage")
        .body(BodyInserters.fromDataBuffers(chunks(40)))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.length")
        .isEqualTo(40 * CHUNK);
    post("/api/v1/imports?kind=usage")
        .body(BodyInserters.fromDataBuffers(chunks(50)))
        .exchange()
        .expectStatus()
        .isEqualTo(413);
  }

  private WebTestClient.RequestBodySpec post(String path) {
    return client
        .post()
        .uri(path)
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()));
  }

  private static Flux<DataBuffer> chunks(int count) {
    return Flux.range(0, count)
        .map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[CHUNK]));
  }
}
