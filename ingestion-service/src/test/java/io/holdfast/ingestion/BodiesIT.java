package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Hostile and broken bodies of the tracking API: each has an answer of its own. */
@RealIngestion
class BodiesIT {
  private static final String EVENT = "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"E\"}";
  private static final int KILO = 1024;

  @LocalServerPort int port;
  private Client client;
  private String key;

  @BeforeEach
  void source() {
    client = new Client(port);
    key = client.source("segment", "").path("writeKey").asString();
  }

  record Sent(String name, byte[] body, Map<String, String> headers, int status, String code) {
    @Override
    public String toString() {
      return name + " -> " + status + " " + code;
    }
  }

  static Stream<Sent> bodies() {
    byte[] good = batch(EVENT);
    byte[] zipped = gzip(good);
    return Stream.of(
        sent("a batch", good, 200, ""),
        sent("a batch of 2,500 events", batch(events(2_500)), 200, ""),
        sent("2,501 events", batch(events(2_501)), 413, "too_many_events"),
        sent("512,000 bytes", padded(512_000), 200, ""),
        sent("512,001 bytes", padded(512_001), 413, "batch_too_large"),
        sent("5 MB", padded(5_000_000), 413, "body_too_large"),
        sent("gzip", zipped, 200, ""),
        sent("gzip of 512,001 bytes", gzip(padded(512_001)), 413, "batch_too_large"),
        sent("a gzip bomb of 256 MB", bomb(), 413, "batch_too_large"),
        sent("truncated gzip", Arrays.copyOf(zipped, zipped.length - 9), 400, "malformed_body"),
        sent(
            "no gzip behind its first bytes",
            new byte[] {31, (byte) 139, 1},
            400,
            "malformed_body"),
        sent("gzip of nothing", gzip(new byte[0]), 400, "empty_body"),
        sent("nothing", new byte[0], 400, "empty_body"),
        sent("blanks", text("  \n"), 400, "empty_body"),
        sent("cut JSON", text("{\"batch\":[" + EVENT), 400, "malformed_json"),
        sent("a second JSON behind the first", text("{\"batch\":[]} {}"), 400, "malformed_json"),
        sent("NaN", text("{\"batch\":[{\"a\":NaN}]}"), 400, "malformed_json"),
        sent("an endless number", text("[" + "9".repeat(5_000) + "]"), 400, "malformed_json"),
        sent("a list", text("[]"), 400, "malformed_json"),
        sent("no list of events", text("{}"), 400, "missing_batch"),
        sent("JSON 100,000 deep", text("[".repeat(100_000)), 400, "json_too_deep"),
        sent("objects 600 deep", text("{\"a\":".repeat(600)), 400, "json_too_deep"),
        sent("invalid UTF-8", latin("{\"batch\":[\"\u00e9\"]}"), 400, "not_utf8"),
        sent("UTF-16", in("UTF-16", good), 400, "not_utf8"),
        sent("UTF-16 without a mark", in("UTF-16LE", good), 400, "not_utf8"),
        sent("UTF-32", in("UTF-32", good), 400, "not_utf8"),
        sent("UTF-8 with a mark", text("\ufeff{\"batch\":[" + EVENT + "]}"), 200, ""),
        typed("UTF-8 said to be UTF-16", good, "application/json; charset=utf-16", 200),
        typed("UTF-8 said to be of no charset", good, "text/plain; charset=nonsense", 200),
        encoded("JSON said to be Brotli", good, "br", 200, ""),
        encoded("Brotli", new byte[] {11, 2, -128, 0, 3}, "br", 415, "unsupported_encoding"),
        sent("a name twice", text("{\"batch\":7,\"batch\":[" + EVENT + "]}"), 200, ""));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void hasItsOwnAnswer(Sent sent) {
    HttpResponse<String> answer = post(BodyPublishers.ofByteArray(sent.body()), sent.headers());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(sent.status());
    assertThat(Client.JSON.readTree(answer.body()).path("code").asString(""))
        .isEqualTo(sent.code());
  }

  @Test
  void aBodyWithoutLengthIsReadToItsLimit() {
    HttpResponse<String> taken = post(chunked(batch(EVENT)), Map.of());
    assertThat(taken.statusCode()).isEqualTo(200);
    HttpResponse<String> refused = post(chunked(padded(512_001)), Map.of());
    assertThat(refused.statusCode()).isEqualTo(413);
  }

  @Test
  void anEventOfOneByteTooMuchIsRefusedAloneAndItsSiblingsAreTaken() {
    String fits = event(32 * KILO);
    String tooLarge = event(32 * KILO + 1);
    JsonNode answer =
        Client.read(
            client
                .track("/v1/batch", key, "{\"batch\":[" + fits + "," + tooLarge + "," + fits + "]}")
                .expectStatus()
                .isOk());
    assertThat(answer.path("accepted").asInt()).isEqualTo(2);
    assertThat(answer.path("errors").size()).isEqualTo(1);
    assertThat(answer.path("errors").path(0).path("index").asInt()).isEqualTo(1);
    assertThat(answer.path("errors").path(0).path("code").asString()).isEqualTo("event_too_large");
  }

  @Test
  void aSourceBeyondItsLimitIsToldWhichAndWhenToComeAgain() {
    String id =
        Client.read(client.get("/api/v1/sources").expectStatus().isOk())
            .path("items")
            .path(0)
            .path("sourceId")
            .asString();
    JsonNode limits =
        Client.read(
            client
                .put("/api/v1/sources/" + id + "/limits", Map.of("eventsPerSecond", 10))
                .expectStatus()
                .isOk());
    assertThat(limits.path("eventsPerSecond").asLong()).isEqualTo(10);
    assertThat(limits.path("bytesPerSecond").asLong()).isGreaterThan(1_000_000);
    // 100 events are paid off in ten seconds, the first request after the limit is known is let in.
    HttpResponse<String> refused =
        await()
            .until(
                () -> post(BodyPublishers.ofByteArray(batch(events(100))), Map.of()),
                answer -> answer.statusCode() != 200);
    assertThat(refused.statusCode()).isEqualTo(429);
    JsonNode problem = Client.JSON.readTree(refused.body());
    assertThat(problem.path("code").asString()).isEqualTo("source_limit_exceeded");
    assertThat(problem.path("limit").asString()).isEqualTo("events_per_second");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 11L);
    client
        .put("/api/v1/sources/" + id + "/limits", Map.of("eventsPerSecond", 0))
        .expectStatus()
        .isEqualTo(422);
    client
        .put("/api/v1/sources/01890000-0000-7000-8000-000000000000/limits", Map.of())
        .expectStatus()
        .isNotFound();
  }

  private HttpResponse<String> post(HttpRequest.BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/batch"))
            .header("Authorization", Client.basic(key))
            .POST(body);
    headers.forEach(request::header);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  private static HttpRequest.BodyPublisher chunked(byte[] body) {
    return BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
  }

  private static Sent sent(String name, byte[] body, int status, String code) {
    return new Sent(name, body, Map.of("Content-Type", "application/json"), status, code);
  }

  private static Sent typed(String name, byte[] body, String type, int status) {
    return new Sent(name, body, Map.of("Content-Type", type), status, "");
  }

  private static Sent encoded(String name, byte[] body, String encoding, int status, String code) {
    return new Sent(name, body, Map.of("Content-Encoding", encoding), status, code);
  }

  private static byte[] batch(String events) {
    return text("{\"batch\":[" + events + "]}");
  }

  private static String events(int count) {
    return String.join(",", IntStream.range(0, count).mapToObj(_ -> EVENT).toList());
  }

  /** A batch of exactly so many bytes, few of them in its one event. */
  private static byte[] padded(int bytes) {
    String begin = "{\"batch\":[" + EVENT + "],\"pad\":\"";
    return text(begin + "x".repeat(bytes - begin.length() - 2) + "\"}");
  }

  /** A track call of exactly so many bytes. */
  private static String event(int bytes) {
    String begin = EVENT.replace("}", ",\"properties\":{\"pad\":\"");
    return begin + "x".repeat(bytes - begin.length() - 3) + "\"}}";
  }

  private static byte[] bomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i < 256; i++) {
        gzip.write(blanks);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] in(String charset, byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8).getBytes(Charset.forName(charset));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
