package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.access.Roles;
import io.holdfast.testing.RouteWalk;
import io.holdfast.testing.TestTokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Names, addresses and titles of the tenant's customers' people. */
@RealIngestion
class PersonalDataIT {
  private static final String[] CANARIES = {
    "Carla Canary", "carla@canary.example", "Head of Canaries", "canary at large"
  };

  @LocalServerPort int port;

  private Client client;
  private RouteWalk walk;
  private JsonNode imported;

  @BeforeEach
  void connect() {
    client = new Client(port);
    walk = new RouteWalk("http://127.0.0.1:" + port, client.tenant);
    client.account("acme");
    imported =
        client.load(
            "kind=contacts",
            """
            contact_id,account_id,name,email,title
            c1,acme,Carla Canary,carla@canary.example,Head of Canaries
            c2,acme,Carla Canary,canary at large,Head of Canaries
            carla@canary.example,not-yet,Carla Canary,carla@canary.example,Head of Canaries
            """);
  }

  @Test
  void noReadingRouteTellsThemWithoutTheScope() {
    assertThat(walk.leaks(without(), "acme", CANARIES)).isEmpty();
    assertThat(walk.leaks(walk.unlimited(), "acme", CANARIES))
        .extracting(RouteWalk.Leak::told)
        .contains("Carla Canary", "carla@canary.example", "Head of Canaries");
  }

  @Test
  void aContactSaysWhatWasLeftOut() {
    JsonNode contact = contacts(without()).path("items").path(0);

    assertThat(contact.path("contactId").asString()).isEqualTo("c1");
    assertThat(contact.path("name").isNull()).isTrue();
    assertThat(contact.path("redacted").toString()).isEqualTo("[\"name\",\"email\",\"title\"]");
    assertThat(contacts(walk.unlimited()).path("items").path(0).has("redacted")).isFalse();
  }

  @Test
  void theReportOfAnImportDoesNotQuoteThem() {
    assertThat(client.errors(imported)).contains("canary at large");
    assertThat(errors(without()))
        .contains("invalid_email", "personal:read")
        .doesNotContain("canary");
  }

  @Test
  void theirRoleMayTakeThemFromSomebodyWhoseTokenHasTheScope() {
    String auditor =
        TestTokens.sign(
            TestTokens.claims(client.tenant, "accounts:read", "personal:read")
                .claim("roles", List.of("auditor"))
                .build());

    assertThat(contacts(auditor).toString()).doesNotContain("Canary");
  }

  private String without() {
    return TestTokens.bearer(
        client.tenant,
        Roles.scopes().stream()
            .filter(scope -> !scope.equals(Principal.PERSONAL_READ))
            .toArray(String[]::new));
  }

  private JsonNode contacts(String token) {
    return Client.JSON.readTree(get(token, "/api/v1/accounts/acme/contacts"));
  }

  private String errors(String token) {
    return new String(
        get(token, "/api/v1/imports/" + imported.path("importId").asString() + "/errors"));
  }

  private byte[] get(String token, String uri) {
    return client
        .http
        .get()
        .uri(uri)
        .header("Authorization", "Bearer " + token)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .returnResult()
        .getResponseBody();
  }
}
