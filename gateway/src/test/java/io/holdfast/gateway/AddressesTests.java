package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.INGESTION;
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
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What stands in an address, and what may not. */
@GatewayTest
class AddressesTests {
  @Autowired WebTestClient client;
  @LocalServerPort int port;

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

  /** By a token, by a session or by a key of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/sources/a//b", "/v1/a;b", "/webhooks/a//b", "/accounts/a;b"})
  void refusesAnAmbiguousAddressAtEachDoor(String address) {
    URI uri = URI.create("http://localhost:" + port + address);
    for (WebTestClient.ResponseSpec answer :
        List.of(getRaw(address), client.get().uri(uri).exchange())) {
      answer
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("ambiguous_request");
    }
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

  @Test
  void passesNoHeaderOnThatConnectionNames() throws Exception {
    String answer =
        typed("GET /v1/batch HTTP/1.1", "Connection: X-Secret, close", "X-Secret: 1", "X-Other: 1");

    assertThat(answer).startsWith("HTTP/1.1 200").contains("X-Other").doesNotContain("X-Secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1"})
  void refusesABodyOfTwoLengths(String protocol) throws Exception {
    int before = INGESTION.seen().size();

    String answer =
        typed(
            "POST /v1/batch " + protocol,
            "Connection: close",
            "Content-Length: 3",
            "Transfer-Encoding: chunked");

    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(INGESTION.seen()).hasSize(before);
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

  @ParameterizedTest
  @CsvSource({"/api/v1/accounts, X-Other", "/api/v1/accounts, Authorization", "/v1/batch, X-Other"})
  void servesNoOtherMethod(String path, String header) {
    client
        .method(HttpMethod.valueOf("TRACE"))
        .uri(path)
        .header(header, "Bearer " + PROVIDER.accessToken())
        .exchange()
        .expectStatus()
        .isEqualTo(501)
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
}
