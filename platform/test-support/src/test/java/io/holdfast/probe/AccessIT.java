package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.access.PersonKey;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other services decide about roles and people holds here with the next request. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
class AccessIT {
  private static final String ANA = "ana@acme.example";

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
  void aScopeThatTheRoleHasLostIsRefusedWithTheNextRequest() {
    String token = token("csm", "accounts:read");
    notes(token).expectStatus().isOk();

    role("csm", 1, "\"health:read\"");

    notes(token)
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("missing_scope");
    assertThat(scopes(token)).isEmpty();
  }

  @Test
  void anotherTenantsRoleIsAsItWas() {
    role("csm", 1, "");

    String stranger =
        TestTokens.sign(
            TestTokens.claims("other" + tenant, "accounts:read")
                .claim("roles", List.of("csm"))
                .build());
    notes(stranger).expectStatus().isOk();
  }

  @Test
  void anOlderDecisionDoesNotComeBack() {
    role("csm", 2, "\"accounts:read\"");
    role("csm", 1, "");

    notes(token("csm", "accounts:read")).expectStatus().isOk();
  }

  @Test
  void aTokenThatKnowsNoScopeOfOursHasWhatItsRoleAllows() {
    assertThat(scopes(token("product", "openid", "email")))
        .containsExactly(
            "accounts:read", "facts:read", "health:read", "models:read", "sources:read");
  }

  @Test
  void somebodySwitchedOffIsRefusedEverywhere() {
    String byAddress = ana("email", ANA.toUpperCase(Locale.ROOT));
    String bySubject = ana("sub", ANA);
    notes(byAddress).expectStatus().isOk();
    notes(bySubject).expectStatus().isOk();

    person(1, false, "null");

    for (String token : List.of(byAddress, bySubject)) {
      notes(token)
          .expectStatus()
          .isForbidden()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("person_inactive");
      access(token).expectStatus().isForbidden();
    }

    person(2, true, "null");
    notes(byAddress).expectStatus().isOk();
  }

  @Test
  void theRolesOfARegisteredPersonStandForThoseOfTheToken() {
    person(1, true, "[\"finance\"]");

    JsonNode access = read(access(ana("email", ANA)));

    assertThat(access.path("roles").toString()).isEqualTo("[\"finance\"]");
    assertThat(access.path("scopes").toString()).isEqualTo("[\"accounts:read\"]");
  }

  private void role(String role, int version, String scopes) {
    tell(
        "role/" + role,
        "ingestion.role-changed.v1",
        """
        {"role": "%s", "scopes": [%s], "version": %d}\
        """
            .formatted(role, scopes, version));
  }

  private void person(int version, boolean active, String roles) {
    String key = PersonKey.of(new TenantId(tenant), ANA).value();
    tell(
        "access/" + key,
        "notification.person-access-changed.v1",
        """
        {"personKey": "%s", "active": %s, "roles": %s, "version": %d}\
        """
            .formatted(key, active, roles, version));
  }

  private void tell(String key, String type, String json) {
    Contracts.check(type, json);
    TestKafka.send(
        "holdfast.tenants",
        tenant + "|" + key,
        TestKafka.headers(tenant, key, type, Instant.now()),
        json);
    TestKafka.awaitDone("holdfast.tenants", "probe-access");
  }

  private String token(String role, String... scopes) {
    return TestTokens.sign(TestTokens.claims(tenant, scopes).claim("roles", List.of(role)).build());
  }

  private String ana(String claim, String value) {
    return TestTokens.sign(TestTokens.claims(tenant, "accounts:read").claim(claim, value).build());
  }

  private List<String> scopes(String token) {
    return read(access(token)).path("scopes").values().stream().map(JsonNode::asString).toList();
  }

  private ResponseSpec notes(String token) {
    return get("/api/notes", token);
  }

  private ResponseSpec access(String token) {
    return get("/api/v1/access", token);
  }

  private ResponseSpec get(String uri, String token) {
    return http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
  }

  private static JsonNode read(ResponseSpec response) {
    return JsonMapper.shared()
        .readTree(response.expectStatus().isOk().expectBody().returnResult().getResponseBody());
  }
}
