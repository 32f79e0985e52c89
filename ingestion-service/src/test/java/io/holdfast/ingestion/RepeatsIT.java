package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
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
  void theSameFileUnderTheSameKeyIsOneImport() {
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
  void anotherFileUnderTheSameKeyIsRefusedAndNothingOfItStays() {
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
  void ofTheSameFileSentManyTimesAtOnceOneIsImported() {
    List<CompletableFuture<EntityExchangeResult<String>>> sent =
        IntStream.range(0, 6)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> file(FILE, "kind=accounts")))
            .toList();

    assertThat(sent.stream().map(answer -> answer.join().getStatus().value()))
        .contains(202)
        .isSubsetOf(202, 409);
    assertThat(client.count("import")).isEqualTo(1);
  }

  @Test
  void aFileThatWasRefusedLeavesItsKeyFree() {
    assertThat(file(" \n", "kind=accounts").getStatus().value()).isEqualTo(400);
    assertThat(file(FILE, "kind=accounts").getStatus().value()).isEqualTo(202);
  }

  @Test
  void aSourceIsMadeOnceAndItsKeyShownAgainToWhoDidNotHearIt() {
    EntityExchangeResult<String> first = source();
    EntityExchangeResult<String> second = source();

    assertThat(first.getStatus().value()).isEqualTo(201);
    assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody()).contains("writeKey");
    assertThat(client.count("source")).isEqualTo(1);
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

  /** The pieces of a file go with its last line, so those left then are another's. */
  private void assertThatTheFileWasImportedOnceAndNothingElseStays(
      EntityExchangeResult<String> first) {
    JsonNode read = client.loaded(String.valueOf(first.getResponseHeaders().getLocation()));
    assertThat(read.path("state").asString()).as(read.toString()).isEqualTo("completed");
    assertThat(read.path("read").asInt()).as(read.toString()).isEqualTo(1);
    assertThat(read.path("accepted").asInt()).as(read.toString()).isEqualTo(1);
    assertThat(Client.read(client.get("/api/v1/imports")).path("items").values())
        .extracting(view -> view.path("importId").asString())
        .containsExactly(read.path("importId").asString());
    assertThat(client.count("import")).isEqualTo(1); // one whose body is yet to come is not listed
    assertThat(client.count("import_chunk")).isZero();
  }
}
