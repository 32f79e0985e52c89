package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.RouteWalk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Somebody who may see only some accounts. */
@RealIngestion
class PartnerIT {
  private static final String[] HIDDEN = {"Hidden Holdings", "hugo@hidden.example", "h-contact"};

  @LocalServerPort int port;

  private Client client;
  private RouteWalk walk;

  @BeforeEach
  void connect() {
    client = new Client(port);
    walk = new RouteWalk("http://127.0.0.1:" + port, client.tenant);
    client.load(
        "kind=accounts", "account_id,name\nhidden-account,Hidden Holdings\nown-account,Own Ltd\n");
    client.load(
        "kind=contacts",
        """
        contact_id,account_id,name,email
        h-contact,hidden-account,Hugo Hidden,hugo@hidden.example
        o-contact,own-account,Olga Own,olga@own.example
        h-waiting,unheard-of,Hugo Hidden,hugo@hidden.example
        h-broken,hidden-account,Hidden Holdings,is hugo@hidden.example
        """);
  }

  @Test
  void noReadingRouteTellsAnythingOfOtherAccounts() {
    String partner = walk.limitedTo("own-account");

    assertThat(walk.leaks(partner, "hidden-account", HIDDEN)).isEmpty();
    assertThat(walk.leaks(walk.unlimited(), "hidden-account", HIDDEN))
        .extracting(RouteWalk.Leak::told)
        .contains("hugo@hidden.example", "h-contact");
    JsonNode own =
        Client.read(as(partner, "/api/v1/accounts/own-account/contacts").expectStatus().isOk());
    assertThat(own.toString()).contains("olga@own.example");
  }

  @Test
  void otherAccountsCannotBeToldOfFacts() {
    String fact =
        """
        {"accountId": "%s", "type": "escalation", "happenedAt": "2026-01-05T10:00:00Z"}\
        """;

    post(walk.limitedTo("own-account"), "/api/v1/facts", fact.formatted("own-account"))
        .expectStatus()
        .isAccepted();
    for (String account : List.of("hidden-account", "nobody")) {
      post(walk.limitedTo("own-account"), "/api/v1/facts", fact.formatted(account))
          .expectStatus()
          .isEqualTo(422)
          .expectBody()
          .jsonPath("$.errors[0].code")
          .isEqualTo("unknown_account");
    }
  }

  @Test
  void whatConcernsTheWholeTenantIsNotForThem() {
    String partner = walk.limitedTo("own-account");

    for (String uri :
        List.of(
            "/api/v1/sources",
            "/api/v1/imports",
            "/api/v1/quarantine",
            "/api/v1/tracking-plan",
            "/api/v1/roles")) {
      as(partner, uri)
          .expectStatus()
          .isForbidden()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("limited_to_accounts");
    }
    post(partner, "/api/v1/tenants", Map.of("name", "Ours now")).expectStatus().isForbidden();
    post(partner, "/api/v1/sources", Map.of("kind", "segment", "name", "Ours"))
        .expectStatus()
        .isForbidden();
  }

  private ResponseSpec as(String token, String uri) {
    return client.http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
  }

  private ResponseSpec post(String token, String uri, Object body) {
    return client
        .http
        .post()
        .uri(uri)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .bodyValue(body)
        .exchange();
  }
}
