package io.holdfast.scoring;

import io.holdfast.testing.MovableClock;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.TestTokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with real parts around it, and an account of its own for each test. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
abstract class RealScoring {
  static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  static final Duration SOON = Duration.ofSeconds(30);

  @Autowired MovableClock clock;
  @LocalServerPort int port;

  final String account = "acct-" + UUID.randomUUID();

  /** Its tenant, too: the accounts of another test would count as this one's fleet. */
  final String own = "own-" + account;

  final IngestionFixture ingestion = new IngestionFixture(own, account);

  @BeforeEach
  void atNoon() {
    clock.set(LocalDate.now(ZoneOffset.UTC).atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  List<String> listed(String tenant, String query) {
    return items(body(tenant, "/api/v1/accounts?" + query)).stream()
        .map(item -> item.get("accountId").asString())
        .toList();
  }

  String band() {
    return health("").get("band").asString();
  }

  JsonNode health(String query) {
    return get("/api/v1/accounts/" + account + "/health" + query, 200);
  }

  JsonNode get(String path, int status) {
    byte[] body =
        client(own)
            .get()
            .uri(java.net.URI.create("http://localhost:" + port + path))
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody();
    return EXACT.readTree(body);
  }

  JsonNode body(String tenant, String path) {
    byte[] body =
        client(tenant)
            .get()
            .uri(java.net.URI.create("http://localhost:" + port + path))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return EXACT.readTree(body);
  }

  WebTestClient client(String tenant) {
    return WebTestClient.bindToServer()
        .baseUrl("http://localhost:" + port)
        .responseTimeout(Duration.ofSeconds(60))
        .defaultHeader(
            "Authorization",
            "Bearer " + TestTokens.bearer(tenant, "accounts:read", "health:read", "models:read"))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
        .build();
  }

  static List<JsonNode> items(JsonNode page) {
    List<JsonNode> items = new ArrayList<>();
    page.get("items").forEach(items::add);
    return items;
  }
}
