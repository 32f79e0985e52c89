package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static io.holdfast.gateway.Surroundings.SCORING;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class BearerTests {
  @Autowired WebTestClient client;
  @LocalServerPort int port;

  static Stream<Arguments> badCredentials() {
    Date past = Date.from(Instant.now().minusSeconds(120));
    Date future = Date.from(Instant.now().plusSeconds(600));
    return Stream.of(
        Arguments.of("malformed", "Bearer x"),
        Arguments.of("another scheme", "Basic d3JpdGVrZXk6"),
        Arguments.of("no token", "Bearer "),
        Arguments.of("unsigned", "Bearer " + PROVIDER.unsigned()),
        Arguments.of("signed by a stranger", "Bearer " + PROVIDER.byAStranger()),
        Arguments.of("HS256 with the public key", "Bearer " + PROVIDER.signedWithThePublicKey()),
        Arguments.of("an ID token", "Bearer " + PROVIDER.idToken()),
        Arguments.of(
            "expired", "Bearer " + PROVIDER.accessToken(claims -> claims.expirationTime(past))),
        Arguments.of(
            "not yet valid",
            "Bearer " + PROVIDER.accessToken(claims -> claims.notBeforeTime(future))),
        Arguments.of(
            "for another audience",
            "Bearer " + PROVIDER.accessToken(claims -> claims.audience("somebody"))),
        Arguments.of(
            "of another issuer",
            "Bearer " + PROVIDER.accessToken(claims -> claims.issuer("https://else.example"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badCredentials")
  void refusesBadCredentialsWithAProblem(String kind, String authorization) {
    for (String path : List.of("/api/v1/accounts", "/api/v1/me", "/api/v1/nothing")) {
      client
          .get()
          .uri(path)
          .header("Authorization", authorization)
          .accept(MediaType.TEXT_HTML, MediaType.ALL)
          .exchange()
          .expectStatus()
          .isUnauthorized()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("unauthorized")
          .jsonPath("$.instance")
          .isEqualTo(path);
    }
  }

  @Test
  void refusesNoCredentialsWithAProblemAndNeverARedirect() {
    for (String accept : List.of("text/html", "application/json", "*/*")) {
      client
          .get()
          .uri("/api/v1/accounts")
          .header("Accept", accept)
          .exchange()
          .expectStatus()
          .isUnauthorized()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
    client.post().uri("/api/v1/sources").bodyValue("{}").exchange().expectStatus().isUnauthorized();
  }

  @Test
  void relaysAGoodTokenAndLeavesThePathAlone() {
    String token = PROVIDER.accessToken();

    client
        .get()
        .uri(URI.create("http://localhost:" + port + "/api/v1/accounts/A%20B?q=A%20B&sort=-score"))
        .headers(headers -> headers.setBearerAuth(token))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.service")
        .isEqualTo("scoring")
        .jsonPath("$.uri")
        .isEqualTo("/api/v1/accounts/A%20B?q=A%20B&sort=-score")
        .jsonPath("$.headers.Authorization")
        .isEqualTo("Bearer " + token)
        .jsonPath("$.headers.traceparent")
        .exists();
  }

  @Test
  void tellsAClientWhoItIs() {
    client
        .get()
        .uri("/api/v1/me")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"tenant":"demo","subject":"ana","name":null,"email":null,
             "roles":["csm"],"scopes":["accounts:read","health:read"]}\
            """);
  }

  @Test
  void tellsAClientWhatItMayDoNowRatherThanWhatItsTokenSays() {
    Surroundings.INGESTION.access = "{\"roles\":[\"product\"],\"scopes\":[\"accounts:read\"]}";
    try {
      me().jsonPath("$.roles[0]").isEqualTo("product").jsonPath("$.scopes.length()").isEqualTo(1);
      Surroundings.INGESTION.accessStatus = 403;
      me().jsonPath("$.scopes.length()").isEqualTo(0);
      Surroundings.INGESTION.accessStatus = 503;
      me().jsonPath("$.scopes.length()").isEqualTo(2);
    } finally {
      Surroundings.INGESTION.access = "{}";
      Surroundings.INGESTION.accessStatus = 200;
    }
  }

  private WebTestClient.BodyContentSpec me() {
    return client
        .get()
        .uri("/api/v1/me")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }

  @Test
  void takesAwayHeadersThatClaimAnIdentity() {
    client
        .get()
        .uri("/api/v1/accounts")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .header("X-Tenant-Id", "other")
        .header("X-User", "root")
        .header("X-Forwarded-User", "root")
        .header("X-Forwarded-For", "10.0.0.1")
        .header("ce_tenant", "other")
        .header("X-Holdfast-Anything", "x")
        .header("Cookie", "holdfast-session=x")
        .header("X-Request-Id", "kept")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.headers['X-Tenant-Id']")
        .doesNotExist()
        .jsonPath("$.headers['X-User']")
        .doesNotExist()
        .jsonPath("$.headers['X-Forwarded-User']")
        .doesNotExist()
        .jsonPath("$.headers['X-Forwarded-For']")
        .doesNotExist()
        .jsonPath("$.headers.ce_tenant")
        .doesNotExist()
        .jsonPath("$.headers['X-Holdfast-Anything']")
        .doesNotExist()
        .jsonPath("$.headers.Cookie")
        .doesNotExist()
        .jsonPath("$.headers['X-Request-Id']")
        .isEqualTo("kept");
  }

  @Test
  void letsNoCookieOfAServiceOut() {
    client
        .get()
        .uri("/api/v1/portfolio/cookie")
        .headers(headers -> headers.setBearerAuth(PROVIDER.accessToken()))
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .doesNotExist("Set-Cookie");
  }

  @Test
  void refusesAddressesThatMeanTwoThings() {
    for (String path : List.of("/v1/../api/v1/accounts", "/v1//x", "/v1/a;b", "/v1/%2e%2e/api")) {
      client
          .get()
          .uri(URI.create("http://localhost:" + port + path))
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
    assertThat(SCORING.seen()).noneMatch(line -> line.contains(".."));
  }
}
