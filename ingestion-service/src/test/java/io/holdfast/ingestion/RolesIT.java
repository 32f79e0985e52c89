package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@RealIngestion
class RolesIT {
  @LocalServerPort int port;

  private Client client;

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void listsEveryRoleWithWhatItAllows() {
    JsonNode roles = Client.read(get("/api/v1/roles").expectStatus().isOk());

    assertThat(roles.path("items").values())
        .extracting(role -> role.path("role").asString())
        .containsExactlyInAnyOrder(
            "csm",
            "manager",
            "finance",
            "billing",
            "marketing",
            "revops",
            "product",
            "auditor",
            "admin",
            "partner");
    assertThat(roles.path("scopes").toString()).contains("personal:read", "pipeline:write");
  }

  @Test
  void aChangeIsToldToAllServicesAndHoldsHereAtOnce() {
    String revops = holder("revops", "sources:read");
    as(revops, "/api/v1/sources").expectStatus().isOk();

    JsonNode changed =
        Client.read(put("revops", List.of("accounts:read", "accounts:read")).expectStatus().isOk());

    assertThat(changed.path("scopes").toString()).isEqualTo("[\"accounts:read\"]");
    assertThat(changed.path("changed").asBoolean()).isTrue();
    assertThat(Client.read(get("/api/v1/roles/revops").expectStatus().isOk())).isEqualTo(changed);
    as(revops, "/api/v1/sources").expectStatus().isForbidden();
    JsonNode told = client.published("holdfast.tenants", "role-changed");
    assertThat(told.path("role").asString()).isEqualTo("revops");
    assertThat(told.path("version").asInt()).isEqualTo(1);
  }

  @Test
  void aRoleGivenBackWhatItWasShippedWithCountsAsUnchanged() {
    JsonNode shipped = Client.read(get("/api/v1/roles/product")).path("shipped");
    put("product", List.of()).expectStatus().isOk();

    JsonNode again = Client.read(put("product", Client.JSON.convertValue(shipped, List.class)));

    assertThat(again.path("changed").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "csm, accounts:everything, 422, unknown_scope",
    "csm, , 422, unknown_scope",
    "admin, accounts:read, 422, admin_needs_platform_admin",
    "emperor, accounts:read, 404, unknown_role",
  })
  void whatCannotBeIsRefused(String role, String scope, int status, String code) {
    put(role, Collections.singletonList(scope))
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  @Test
  void aChangeWithoutScopesIsRefused() {
    change("csm", Map.of()).expectStatus().isEqualTo(422);
  }

  @Test
  void onlyAdministratorsOfTheWholeTenantChangeRoles() {
    String auditor = holder("auditor", "audit:read");
    as(auditor, "/api/v1/roles").expectStatus().isOk();
    change(auditor, "csm", Map.of("scopes", List.of())).expectStatus().isForbidden();

    String reseller =
        TestTokens.sign(
            TestTokens.claims(client.tenant, "platform:admin")
                .claim("accounts", List.of("acme"))
                .build());
    change(reseller, "csm", Map.of("scopes", List.of())).expectStatus().isForbidden();
  }

  private String holder(String role, String... scopes) {
    return TestTokens.sign(
        TestTokens.claims(client.tenant, scopes).claim("roles", List.of(role)).build());
  }

  private String administrator() {
    return TestTokens.bearer(client.tenant, "platform:admin");
  }

  private ResponseSpec get(String uri) {
    return as(administrator(), uri);
  }

  private ResponseSpec as(String token, String uri) {
    return client.http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
  }

  private ResponseSpec put(String role, List<?> scopes) {
    return change(role, Collections.singletonMap("scopes", scopes));
  }

  private ResponseSpec change(String role, Map<String, ?> body) {
    return change(administrator(), role, body);
  }

  private ResponseSpec change(String token, String role, Map<String, ?> body) {
    return client
        .http
        .put()
        .uri("/api/v1/roles/" + role)
        .header("Authorization", "Bearer " + token)
        .bodyValue(body)
        .exchange();
  }
}
