package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What was changed since it was read is not overwritten. */
@RealIngestion
class EditsIT {
  @LocalServerPort int port;
  private Client client;

  @BeforeEach
  void tenant() {
    client = new Client(port);
  }

  @Test
  void thePlanIsReplacedOnlyAsItWasRead() {
    String empty = plan("", "Login").getResponseHeaders().getETag();
    String seen = tag("/api/v1/tracking-plan");

    assertThat(empty).isEqualTo(seen);
    assertThat(plan(seen, "Login", "Export").getStatus().value()).isEqualTo(200);
    assertThat(plan(seen, "Login").getStatus().value()).isEqualTo(412);
    assertThat(plan("", "Login").getStatus().value()).isEqualTo(200);
  }

  @Test
  void settingsThatTwoChangeAtOnceKeepBothChanges() {
    List<CompletableFuture<Integer>> changes =
        List.of(
                Map.of("name", "Larkfield"),
                Map.of("currency", "EUR"),
                Map.of("weekStart", "sunday"))
            .stream()
            .map(
                change ->
                    CompletableFuture.supplyAsync(
                        () ->
                            admin(client.http.post().uri("/api/v1/tenants"))
                                .bodyValue(change)
                                .exchange()
                                .returnResult(Void.class)
                                .getStatus()
                                .value()))
            .toList();

    assertThat(changes.stream().map(CompletableFuture::join)).containsOnly(201);
    assertThat(
            admin(client.http.method(HttpMethod.GET).uri("/api/v1/tenants/current"))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody())
        .contains("\"Larkfield\"", "\"EUR\"", "\"sunday\"");
  }

  @Test
  void aSourceIsRevokedOnlyAsItWasSeen() {
    String id = client.source("segment", "").path("sourceId").asString();
    String seen = tag("/api/v1/sources/" + id);
    client.post("/api/v1/sources/" + id + "/rotate", Map.of()).expectStatus().isOk();

    assertThat(revoke(id, seen)).isEqualTo(412);
    assertThat(revoke(id, tag("/api/v1/sources/" + id))).isEqualTo(204);
    client.get("/api/v1/sources/" + UUID.randomUUID()).expectStatus().isNotFound();
  }

  @Test
  void aRoleIsChangedOnlyAsItWasRead() {
    String seen =
        admin(client.http.method(HttpMethod.GET).uri("/api/v1/roles/product"))
            .exchange()
            .returnResult(Void.class)
            .getResponseHeaders()
            .getETag();

    assertThat(role(seen, List.of("accounts:read"))).isEqualTo(200);
    assertThat(role(seen, List.of("health:read"))).isEqualTo(412);
  }

  private int role(String seen, List<String> scopes) {
    return admin(client.http.put().uri("/api/v1/roles/product"))
        .header("If-Match", seen)
        .bodyValue(Map.of("scopes", scopes))
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  private EntityExchangeResult<String> plan(String seen, String... events) {
    WebTestClient.RequestBodySpec request =
        authorized(client.http.put().uri("/api/v1/tracking-plan"));
    if (!seen.isEmpty()) {
      request.header("If-Match", seen);
    }
    return request
        .bodyValue(
            Map.of(
                "events", List.of(events).stream().map(event -> Map.of("event", event)).toList()))
        .exchange()
        .expectBody(String.class)
        .returnResult();
  }

  private int revoke(String id, String seen) {
    return authorized(client.http.method(HttpMethod.DELETE).uri("/api/v1/sources/" + id))
        .header("If-Match", seen)
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  private String tag(String uri) {
    return client
        .get(uri)
        .expectStatus()
        .isOk()
        .returnResult(Void.class)
        .getResponseHeaders()
        .getETag();
  }

  private WebTestClient.RequestBodySpec authorized(WebTestClient.RequestBodySpec request) {
    return request.header(
        "Authorization", "Bearer " + TestTokens.bearer(client.tenant, "sources:write"));
  }

  private WebTestClient.RequestBodySpec admin(WebTestClient.RequestBodySpec request) {
    return request.header(
        "Authorization", "Bearer " + TestTokens.bearer(client.tenant, "platform:admin"));
  }
}
