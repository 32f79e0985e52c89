package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What is sent twice, and what is edited by two. */
@RealIngestion
class RepeatsIT {
  private static final String FILE = "account_id,name\nacme,Acme\n";

  @LocalServerPort int port;
  private final String key = UUID.randomUUID().toString();
  private Client client;

  @BeforeEach
  void tenant() {
    client = new Client(port);
  }

  @Test
  void theSameFileUnderTheSameKeyIsOneImport() throws SQLException {
    EntityExchangeResult<String> first = file(FILE, "kind=accounts");
    EntityExchangeResult<String> second = file(FILE, "kind=accounts");

    assertThat(first.getStatus().value()).isEqualTo(202);
    assertThat(second.getStatus().value()).isEqualTo(202);
    assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
    assertThat(second.getResponseHeaders().getLocation())
        .isEqualTo(first.getResponseHeaders().getLocation());
    assertThat(first.getResponseHeaders().containsHeader("Idempotent-Replayed")).isFalse();
    assertThat(second.getResponseHeaders().getFirst("Idempotent-Replayed")).isEqualTo("true");
    assertThatTheFileWasImportedOnceAndNothingElseStays(first);
  }

  @Test
  void anotherFileUnderTheSameKeyIsRefusedAndNothingOfItStays() throws SQLException {
    EntityExchangeResult<String> first = file(FILE, "kind=accounts");

    EntityExchangeResult<String> other = file(FILE + "globex,Globex\n", "kind=accounts");
    EntityExchangeResult<String> otherwise = file(FILE, "kind=accounts&knowledge=as-recorded");

    assertThat(other.getStatus().value()).isEqualTo(422);
    assertThat(other.getResponseBody()).contains("idempotency_key_reused", "body");
    assertThat(otherwise.getStatus().value()).isEqualTo(422);
    assertThat(otherwise.getResponseBody()).contains("idempotency_key_reused", "query");
    assertThatTheFileWasImportedOnceAndNothingElseStays(first);
  }

  @Test
  void ofTheSameFileSentManyTimesAtOnceOneIsImported() throws SQLException {
    List<CompletableFuture<EntityExchangeResult<String>>> sent =
        IntStream.range(0, 6)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> file(FILE, "kind=accounts")))
            .toList();

    assertThat(sent.stream().map(answer -> answer.join().getStatus().value()))
        .contains(202)
        .isSubsetOf(202, 409);
    assertThat(stored("import")).isEqualTo(1);
  }

  @Test
  void aFileThatWasRefusedLeavesItsKeyFree() {
    assertThat(file(" \n", "kind=accounts").getStatus().value()).isEqualTo(400);
    assertThat(file(FILE, "kind=accounts").getStatus().value()).isEqualTo(202);
  }

  @Test
  void aSourceIsMadeOnceAndItsKeyShownAgainToWhoDidNotHearIt() throws SQLException {
    EntityExchangeResult<String> first = source();
    EntityExchangeResult<String> second = source();

    assertThat(first.getStatus().value()).isEqualTo(201);
    assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody()).contains("writeKey");
    assertThat(stored("source")).isEqualTo(1);
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

  private EntityExchangeResult<String> file(String body, String query) {
    return authorized(client.http.post().uri("/api/v1/imports?" + query))
        .header("Idempotency-Key", key)
        .header("Content-Type", "text/csv")
        .bodyValue(body)
        .exchange()
        .expectBody(String.class)
        .returnResult();
  }

  private EntityExchangeResult<String> source() {
    return authorized(client.http.post().uri("/api/v1/sources"))
        .header("Idempotency-Key", key)
        .bodyValue(Map.of("kind", "segment", "name", "web"))
        .exchange()
        .expectBody(String.class)
        .returnResult();
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
        "Authorization",
        "Bearer "
            + TestTokens.bearer(client.tenant, "imports:write", "sources:write", "history:write"));
  }

  private WebTestClient.RequestBodySpec admin(WebTestClient.RequestBodySpec request) {
    return request.header(
        "Authorization", "Bearer " + TestTokens.bearer(client.tenant, "platform:admin"));
  }

  /** The pieces of a file go with its last line, so those left then are another's. */
  private void assertThatTheFileWasImportedOnceAndNothingElseStays(
      EntityExchangeResult<String> first) throws SQLException {
    JsonNode read = client.loaded(String.valueOf(first.getResponseHeaders().getLocation()));
    assertThat(read.path("state").asString()).as(read.toString()).isEqualTo("completed");
    assertThat(read.path("read").asInt()).as(read.toString()).isEqualTo(1);
    assertThat(read.path("accepted").asInt()).as(read.toString()).isEqualTo(1);
    assertThat(Client.read(client.get("/api/v1/imports")).path("items").values())
        .extracting(view -> view.path("importId").asString())
        .containsExactly(read.path("importId").asString());
    assertThat(stored("import")).isEqualTo(1); // one whose body is yet to come is not listed
    assertThat(stored("import_chunk")).isZero();
  }

  private long stored(String table) throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                "select count(*) from ingestion.%s where tenant_id = ?".formatted(table))) {
      statement.setString(1, client.tenant);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
