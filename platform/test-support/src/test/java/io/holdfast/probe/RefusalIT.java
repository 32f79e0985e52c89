package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.RealParts;
import io.holdfast.testing.TestTokens;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** How every service refuses, and how it describes that. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
class RefusalIT {
  @LocalServerPort int port;

  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  private WebTestClient http;

  @BeforeEach
  void connect() {
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(20))
            .build();
  }

  @Test
  void refusesARequestWithoutAToken() {
    http.get()
        .uri("/api/notes")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .contentType("application/problem+json");
  }

  @Test
  void refusesATokenOfAnotherAudience() {
    String token =
        TestTokens.sign(TestTokens.claims(tenant, "accounts:read").audience("other").build());
    get("/api/notes", token).expectStatus().isUnauthorized();
  }

  @Test
  void refusesATokenWithoutTheScopeAndNamesIt() {
    get("/api/notes", TestTokens.bearer(tenant, "alerts:read"))
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.requiredScope")
        .isEqualTo("accounts:read");
  }

  @Test
  void aRouteThatNamesNoScopeIsOpenToNobody() {
    get("/api/forgotten", TestTokens.bearer(tenant, "accounts:read")).expectStatus().isForbidden();
  }

  @Test
  void aFaultOfOursIsToldWithoutItsInside() {
    get("/api/notes/" + UUID.randomUUID(), TestTokens.bearer(tenant, "accounts:read"))
        .expectStatus()
        .isEqualTo(500)
        .expectBody(String.class)
        .value(body -> assertThat(body).contains("reference").doesNotContain("secret"));
  }

  @Test
  void aMalformedBodyIsTheClientsFault() {
    http.post()
        .uri("/api/notes")
        .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "accounts:write"))
        .header("Content-Type", "application/json")
        .bodyValue("{\"text\": ")
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  @Test
  void anUnknownSortIsToldWithTheKnownOnes() {
    get("/api/notes?sort=-colour", TestTokens.bearer(tenant, "accounts:read"))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unknown_sort");
  }

  @Test
  void livenessAndReadinessNeedNoToken() {
    http.get().uri("/livez").exchange().expectStatus().isOk();
    http.get().uri("/readyz").exchange().expectStatus().isOk();
  }

  @ParameterizedTest
  @CsvSource({
    "a%2Fb, a/b",
    "a%2F%2Fb, a//b",
    "a%3Bb=1, a;b=1",
    "100%25, 100%",
    "a%252Fb, a%2Fb",
    "a%5Cb, a\\b",
    "%C3%96st%20&%20Co, Öst & Co"
  })
  void readsAnEncodedIdAsTheTenantWroteIt(String encoded, String id) {
    getRaw("/api/accounts/" + encoded + "/echo")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.id")
        .isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a//b", "a%00", "a%0Ab", "%2E%2E", "a%2F..%2Fb"})
  void refusesAnAmbiguousAddress(String id) {
    getRaw("/api/accounts/" + id + "/echo")
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .contentType("application/problem+json")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("ambiguous_request");
  }

  private WebTestClient.ResponseSpec getRaw(String path) {
    return http.get()
        .uri(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "accounts:read"))
        .exchange();
  }

  @Test
  void aBodyThatIsNotThereIsToldWithoutOurInside() {
    http.post()
        .uri("/api/notes")
        .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "accounts:write"))
        .header("Content-Type", "application/json")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("This needs a body, and there was none.");
  }

  @Test
  void anIdInAnotherFormThanOursIsTheIdOfNothing() {
    get("/api/notes/7", TestTokens.bearer(tenant, "accounts:read")).expectStatus().isNotFound();
  }

  @Test
  void aTextThatNoDatabaseTakesIsTheClientsFault() {
    http.post()
        .uri("/api/notes")
        .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "accounts:write"))
        .bodyValue(Map.of("text", "a\u0000b"))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid_value");
  }

  @Test
  void theDescriptionSaysWhichScopeARouteNeedsAndHowItRefuses() {
    http.get()
        .uri("/openapi.json")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.paths['/api/notes'].get.description")
        .isEqualTo("Needs the scope `accounts:read`.")
        .jsonPath("$.paths['/api/notes'].get.responses.keys()")
        .value(
            statuses -> assertThat(statuses.toString()).contains("200", "400", "401", "403", "503"))
        .jsonPath(
            "$.paths['/api/notes/{id}'].get.responses['404'].content['application/problem+json']")
        .exists()
        .jsonPath("$.components.schemas.Problem.properties.code")
        .exists();
  }

  private WebTestClient.ResponseSpec get(String uri, String token) {
    return http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
  }
}
