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
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is sent twice. */
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
    assertThat(stored("import")).isEqualTo(1);
    assertThat(stored("import_chunk")).isEqualTo(1);
  }

  @Test
  void anotherFileUnderTheSameKeyIsRefusedAndNothingOfItStays() throws SQLException {
    file(FILE, "kind=accounts");

    EntityExchangeResult<String> other = file(FILE + "globex,Globex\n", "kind=accounts");
    EntityExchangeResult<String> otherwise = file(FILE, "kind=accounts&knowledge=as-recorded");

    assertThat(other.getStatus().value()).isEqualTo(422);
    assertThat(other.getResponseBody()).contains("idempotency_key_reused", "body");
    assertThat(otherwise.getStatus().value()).isEqualTo(422);
    assertThat(otherwise.getResponseBody()).contains("idempotency_key_reused", "query");
    assertThat(stored("import")).isEqualTo(1);
    assertThat(stored("import_chunk")).isEqualTo(1);
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

  private WebTestClient.RequestBodySpec authorized(WebTestClient.RequestBodySpec request) {
    return request.header(
        "Authorization",
        "Bearer "
            + TestTokens.bearer(client.tenant, "imports:write", "sources:write", "history:write"));
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
