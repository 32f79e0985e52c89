package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

@GatewayTest
class RoutesTests {
  private static final int CHUNK = 64 * 1024;

  @Autowired WebTestClient client;
  @LocalServerPort int port;

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
    "/api/v1/rebuilds/notification, notification",
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
        "/api/v1/dead-letters/notification"
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
  @ValueSource(
      strings = {
        "/api/v1/accounts/a%2Fb",
        "/api/v1/accounts/a%2F%2Fcontacts",
        "/api/v1/accounts/a%3Bb=1/health",
        "/api/v1/accounts/100%25",
        "/api/v1/accounts/a%252Fb",
        "/api/v1/accounts/a%5Cb",
        "/api/v1/accounts/%C3%96st%20&%20Co?q=a%2Fb%3B"
      })
  void passesAnAccountsIdOnAsItIsEncoded(String address) {
    getRaw(address)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.service")
        .isEqualTo("scoring")
        .jsonPath("$.uri")
        .isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/accounts/a;b",
        "/api/v1/accounts/a//b",
        "/api/v1/accounts/a%00b",
        "/api/v1/accounts/a%0Ab",
        "/api/v1/accounts/%2E%2E",
        "/api/v1/accounts/..%2Fportfolio",
        "/api/v1/accounts/../portfolio",
        "/api/v1/accounts?q=%00",
        "/api/v1/sources/a%2Fb",
        "/docs/..%2Fapi"
      })
  void refusesAnAmbiguousAddress(String address) {
    getRaw(address)
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("ambiguous_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/accounts/%zz", "/api/v1/accounts?q=100%", "/a|b"})
  void tellsThatAnAddressIsNoUri(String address) throws Exception {
    assertThat(typed("GET " + address + " HTTP/1.1", "Connection: close"))
        .startsWith("HTTP/1.1 400")
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("malformed_address");
  }

  @Test
  void tellsThatAnAddressOrTheHeadersAreTooLong() throws Exception {
    assertThat(
            typed(
                "GET /api/v1/accounts?q=" + "x".repeat(17_000) + " HTTP/1.1", "Connection: close"))
        .startsWith("HTTP/1.1 414")
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("address_too_long");
    assertThat(
            typed(
                "GET /api/v1/accounts HTTP/1.1",
                "X-Long: " + "x".repeat(33_000) + "\r\nConnection: close"))
        .startsWith("HTTP/1.1 431")
        .contains("headers_too_large");
  }

  @Test
  void opensNoWebSocket() throws Exception {
    String answer =
        typed(
            "GET /v1/batch HTTP/1.1",
            "Connection: Upgrade, close",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==");

    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"service\":\"ingestion\"");
  }

  /** What no client library would send: the lines as they are, and all of the answer. */
  private String typed(String... lines) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      String request = String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/me", "/api/openapi", "/docs", "/docs/page.js", "/livez", "/readyz/all"})
  void tellsWhichMethodsAPathOfItsOwnHas(String path) {
    for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.DELETE)) {
      client
          .method(method)
          .uri(path)
          .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
          .exchange()
          .expectStatus()
          .isEqualTo(405)
          .expectHeader()
          .value("Allow", allow -> assertThat(allow).contains("GET").doesNotContain("POST"))
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/", "/api/openapi", "/livez", "/readyz", "/favicon.ico"})
  void answersHeadAsItAnswersGet(String path) {
    client.head().uri(path).exchange().expectStatus().isOk().expectBody().isEmpty();
    client.post().uri(path).exchange().expectStatus().isEqualTo(405);
  }

  @Test
  void servesNoOtherMethod() {
    client
        .method(HttpMethod.valueOf("TRACE"))
        .uri("/api/v1/accounts")
        .exchange()
        .expectStatus()
        .isEqualTo(501)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
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

  private WebTestClient.ResponseSpec getRaw(String address) {
    return client
        .get()
        .uri(URI.create("http://localhost:" + port + address))
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange();
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
