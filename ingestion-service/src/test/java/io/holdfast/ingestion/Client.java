package io.holdfast.ingestion;

import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tenant of its own for each test, and what its people and programs do. */
public final class Client {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String[] SCOPES = {
    "imports:write",
    "imports:read",
    "sources:write",
    "sources:read",
    "facts:write",
    "accounts:read",
    "personal:read",
    "history:write"
  };

  public final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  public final WebTestClient http;
  private final String base;
  private final String token = TestTokens.bearer(tenant, SCOPES);

  public Client(int port) {
    this.base = "http://127.0.0.1:" + port;
    this.http =
        WebTestClient.bindToServer()
            .baseUrl(base)
            .responseTimeout(Duration.ofSeconds(30))
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
            .build();
  }

  public WebTestClient.ResponseSpec get(String uri) {
    return http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
  }

  public WebTestClient.ResponseSpec post(String uri, Object json) {
    return http.post()
        .uri(uri)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .bodyValue(json)
        .exchange();
  }

  public WebTestClient.ResponseSpec put(String uri, Object json) {
    return http.put()
        .uri(uri)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .bodyValue(json)
        .exchange();
  }

  public WebTestClient.ResponseSpec send(String uri, String body) {
    return http.post()
        .uri(java.net.URI.create(base + uri))
        .header("Authorization", "Bearer " + token)
        .bodyValue(body)
        .exchange();
  }

  /** The status of a post whose headers need not make sense. */
  public int status(String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(java.net.URI.create(base + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try (HttpClient raw = HttpClient.newHttpClient()) {
      return raw.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  /** A new source of the kind: its id and write key. */
  public JsonNode source(String kind, String secret) {
    Map<String, String> request =
        secret.isEmpty()
            ? Map.of("kind", kind, "name", kind)
            : Map.of("kind", kind, "name", kind, "signingSecret", secret);
    return read(post("/api/v1/sources", request).expectStatus().isCreated());
  }

  public WebTestClient.ResponseSpec track(String path, String writeKey, String body) {
    return http.post()
        .uri(path)
        .header("Authorization", basic(writeKey))
        .header("Content-Type", "application/json")
        .bodyValue(body)
        .exchange();
  }

  public static String basic(String writeKey) {
    return "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes());
  }

  /** Sends a file and waits until it has been read. */
  public JsonNode load(String query, String body) {
    String location =
        send("/api/v1/imports?" + query, body)
            .expectStatus()
            .isAccepted()
            .returnResult(Void.class)
            .getResponseHeaders()
            .getFirst("Location");
    return loaded(Objects.requireNonNull(location));
  }

  /** The import of a file that was sent, when it has been read. */
  public JsonNode loaded(String location) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> read(get(location).expectStatus().isOk()),
            view -> List.of("completed", "failed").contains(view.path("state").asString()));
  }

  public String errors(JsonNode imported) {
    return new String(
        get("/api/v1/imports/" + imported.path("importId").asString() + "/errors")
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody());
  }

  public void account(String id) {
    load("kind=accounts", "account_id,name\n" + id + "," + id + "\n");
  }

  public List<JsonNode> quarantine() {
    JsonNode page = read(get("/api/v1/quarantine").expectStatus().isOk());
    return List.copyOf(page.path("items").values());
  }

  /**
   * How many rows the service keeps of the tenant.
   *
   * @param rows a table, and behind {@code where} which of its rows
   */
  public long count(String rows) {
    try (Connection connection = RealPostgres.instance().as("ingestion_app");
        var entering = connection.prepareStatement("select set_config('app.tenant', ?, false)");
        var counting = connection.prepareStatement("select count(*) from " + rows)) {
      entering.setString(1, tenant);
      entering.execute();
      try (var counted = counting.executeQuery()) {
        counted.next();
        return counted.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Messages of the tenant on a topic; each is as its schema says. */
  public List<Received> published(String topic, int count, Predicate<Received> wanted) {
    List<Received> found =
        TestKafka.received(
            topic, count, message -> message.tenant().equals(tenant) && wanted.test(message));
    found.forEach(message -> Contracts.check(message.type(), message.json()));
    return found;
  }

  public JsonNode published(String topic, String type) {
    return JSON.readTree(
        published(topic, 1, message -> message.type().equals("ingestion." + type + ".v1"))
            .getLast()
            .json());
  }

  public static JsonNode read(WebTestClient.ResponseSpec response) {
    return JSON.readTree(response.expectBody().returnResult().getResponseBody());
  }
}
