package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
@TestPropertySource(properties = "holdfast.cors.origins=https://app.example.com,https://b.example")
class CrossOriginTests {
  private static final String LISTED = "https://app.example.com";

  @Autowired WebTestClient client;

  @Test
  void letsPagesOfAListedOriginSendATokenAndReadTheAnswer() {
    preflight("/api/v1/accounts", LISTED, "PUT", "authorization, idempotency-key, if-match")
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", LISTED)
        .expectHeader()
        .value("Access-Control-Allow-Methods", methods -> assertThat(methods).contains("PUT"))
        .expectHeader()
        .valueEquals("Access-Control-Allow-Headers", "authorization, idempotency-key, if-match")
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Credentials");

    HttpHeaders answer = get(LISTED).returnResult(byte[].class).getResponseHeaders();

    assertThat(answer.getAccessControlAllowOrigin()).isEqualTo(LISTED);
    assertThat(answer.getAccessControlAllowCredentials()).isFalse();
    assertThat(answer.getAccessControlExposeHeaders())
        .contains("Location", "ETag", "RateLimit", "Retry-After", "Idempotent-Replayed");
    assertThat(answer.getVary()).contains("Origin");
  }

  @Test
  void letsPagesReadTheRefusalToo() {
    client
        .get()
        .uri("/api/v1/accounts")
        .header("Origin", LISTED)
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", LISTED);
  }

  @Test
  void tellsPagesOfOtherOriginsNothing() {
    for (String origin :
        new String[] {"https://evil.example", "null", "https://app.example.com.x"}) {
      preflight("/api/v1/accounts", origin, "GET", "authorization")
          .expectStatus()
          .isForbidden()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .expectHeader()
          .doesNotExist("Access-Control-Allow-Origin");
      HttpHeaders answer = get(origin).returnResult(byte[].class).getResponseHeaders();
      assertThat(answer.getAccessControlAllowOrigin()).isNull();
      assertThat(answer.getVary()).contains("Origin");
    }
  }

  @Test
  void permitsNoOtherMethodOrHeader() {
    preflight("/v1/batch", LISTED, "TRACE", "authorization").expectStatus().isForbidden();
    preflight("/v1/batch", LISTED, "POST", "x-tenant")
        .expectStatus()
        .isForbidden()
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Origin");
    preflight("/v1/batch", LISTED, "POST", "content-type").expectStatus().isNoContent();
  }

  @Test
  void permitsNothingOutsideTheApi() {
    client
        .get()
        .uri("/console/main.js")
        .header("Origin", LISTED)
        .exchange()
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Origin");
  }

  private WebTestClient.ResponseSpec get(String origin) {
    return client
        .get()
        .uri("/api/v1/accounts")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .header("Origin", origin)
        .exchange();
  }

  private WebTestClient.ResponseSpec preflight(
      String path, String origin, String method, String headers) {
    return client
        .options()
        .uri(path)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", headers)
        .exchange();
  }
}
