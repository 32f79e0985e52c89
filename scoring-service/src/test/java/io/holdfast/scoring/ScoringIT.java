package io.holdfast.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.MovableClock;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
class ScoringIT {

  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Duration SOON = Duration.ofSeconds(30);

  @Autowired MovableClock clock;
  @LocalServerPort int port;

  private final String account = "acct-" + UUID.randomUUID();
  private final IngestionFixture ingestion = new IngestionFixture("demo", account);

  @BeforeEach
  void atNoon() {
    clock.set(LocalDate.now(ZoneOffset.UTC).atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void aFallFromFortyToNinePeopleIsAnnouncedWithItsReason() {
    ingestion.usedBy(40, clock.instant().minus(Duration.ofDays(55)), 56);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("healthy"));

    for (int day = 1; day <= 7; day++) {
      clock.advance(Duration.ofDays(1));
      ingestion.usedBy(9, clock.instant().minusSeconds(60), 1);
      TestKafka.awaitDone("holdfast.usage", "scoring"); // the next day begins after this one is in
    }

    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isNotEqualTo("healthy"));
    JsonNode change = announced("scoring.band-changed.v1", "healthy");
    assertThat(change.get("reasons").get(0).get("sentence").asString())
        .isEqualTo("Weekly active users 9, own baseline 40 over 8 weeks (−78%)");
    Contracts.check("scoring.health-scored.v1", anyScored());
  }

  @Test
  void useThatStopsChangesTheBandWithoutAnyEvent() {
    ingestion.usedBy(12, clock.instant().minus(Duration.ofDays(55)), 56);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("healthy"));

    clock.advance(Duration.ofDays(9));

    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("critical"));
    assertThat(announced("scoring.band-changed.v1", "healthy").get("cause").asString())
        .isEqualTo("clock");
  }

  @Test
  void aTrackingPlanBringsTheCoreFeaturesIntoTheScore() {
    String tenant = "plan-" + account;
    IngestionFixture planned = new IngestionFixture(tenant, account);
    String path = "/api/v1/accounts/" + account + "/health";
    planned.usedBy(12, clock.instant().minus(Duration.ofDays(55)), 56);
    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .untilAsserted(
            () -> assertThat(body(tenant, path).get("band").asString()).isEqualTo("healthy"));

    planned.settings();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(body(tenant, path).get("coverage").decimalValue())
                    .isEqualByComparingTo("0.85"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(body(tenant, "/api/v1/portfolio").get("currency").asString())
                    .isEqualTo("USD"));
  }

  @Test
  void thePointsInTheAnswerAddUpExactly() {
    ingestion.usedBy(23, clock.instant().minus(Duration.ofDays(55)), 56);
    ingestion.usedBy(7, clock.instant().minus(Duration.ofDays(3)), 3);
    ingestion.sample(
        clock.instant(),
        "ticket-recorded.v1",
        "openedAt",
        clock.instant().minusSeconds(5).toString());
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isNotEqualTo("unknown"));

    JsonNode health = health("");

    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode axis : health.get("axes")) {
      BigDecimal ofAxis = BigDecimal.ZERO;
      for (JsonNode signal : axis.get("signals")) {
        ofAxis = ofAxis.add(signal.get("points").decimalValue());
      }
      assertThat(ofAxis).isEqualByComparingTo(axis.get("points").decimalValue());
      sum = sum.add(ofAxis);
    }
    assertThat(sum).isEqualByComparingTo(health.get("score").decimalValue());
  }

  @Test
  void anInstantBeforeTheAccountIsUnknownAndAnAccountNeverHadIsNotFound() {
    ingestion.usedBy(5, clock.instant().minusSeconds(30), 1);
    await().atMost(SOON).untilAsserted(() -> get("/api/v1/accounts/" + account, 200));

    JsonNode before = health("?asOf=2001-01-01T00:00:00Z");

    assertThat(before.get("score").isNull()).isTrue();
    assertThat(before.get("band").asString()).isEqualTo("unknown");
    get("/api/v1/accounts/never-had/health", 404);
    get("/api/v1/accounts/never-had", 404);
    get("/api/v1/accounts/never-had/health/history", 404);
  }

  @Test
  void whatWasKnownThenStaysAsItWas() {
    ingestion.usedBy(20, clock.instant().minus(Duration.ofDays(55)), 56);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("healthy"));
    Instant then = clock.instant();
    String known = "?asOf=%s&knownAt=%s".formatted(then, then);
    JsonNode before = health(known);

    ingestion.sample(
        clock.instant(), "ticket-recorded.v1", "openedAt", then.minusSeconds(3600).toString());
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(health("").toString()).contains("1 high-severity ticket"));

    assertThat(health(known)).isEqualTo(before);
  }

  @Test
  void anAccountThatLeftLongAgoStaysAsItLeft() {
    Instant left = clock.instant().minus(Duration.ofDays(300));
    ingestion.usedBy(12, left.minus(Duration.ofDays(58)), 56);
    ingestion.churned(clock.instant(), LocalDate.ofInstant(left, ZoneOffset.UTC));

    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .untilAsserted(() -> assertThat(health("").get("frozen").asBoolean()).isTrue());
    assertThat(health("").get("score").decimalValue()).isGreaterThan(new BigDecimal("75"));
    assertThat(listed("demo", "churned=true&q=" + account)).containsExactly(account);
    assertThat(listed("demo", "churned=false&q=" + account)).isEmpty();
  }

  @Test
  void aTokenOfAnotherTenantSeesNothing() {
    ingestion.usedBy(5, clock.instant().minusSeconds(30), 1);
    await().atMost(SOON).untilAsserted(() -> get("/api/v1/accounts/" + account, 200));

    for (String path : List.of("", "/health", "/health/history", "/events")) {
      client("other")
          .get()
          .uri("/api/v1/accounts/" + account + path)
          .exchange()
          .expectStatus()
          .isNotFound();
    }
    assertThat(body("other", "/api/v1/accounts").get("items")).isEmpty();
    assertThat(body("other", "/api/v1/portfolio").get("accounts").asInt()).isZero();
  }

  @Test
  void accountsAreListedPageByPageInEachOrder() {
    IngestionFixture listed = new IngestionFixture("list-" + account, account);
    for (int i = 0; i < 5; i++) {
      listed.named("l-" + i, "Account " + i);
      listed.worth("l-" + i, i * 100);
    }
    String tenant = "list-" + account;
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(body(tenant, "/api/v1/accounts?sort=-mrr").toString())
                    .contains("\"400\""));

    for (String sort : List.of("name", "-name", "score", "-mrr", "revenueAtRisk", "-renewsOn")) {
      JsonNode first = body(tenant, "/api/v1/accounts?limit=3&sort=" + sort);
      JsonNode rest =
          body(
              tenant,
              "/api/v1/accounts?limit=3&sort=" + sort + "&cursor=" + first.get("next").asString());
      assertThat(first.get("items")).hasSize(3);
      assertThat(rest.get("items")).hasSize(2);
      assertThat(rest.path("next").isString()).isFalse();
    }
    assertThat(body(tenant, "/api/v1/accounts?q=count%203").get("items")).hasSize(1);
    assertThat(body(tenant, "/api/v1/portfolio").get("bands")).hasSize(5);
  }

  @Test
  void accountsWithoutAValueStandLastInEitherDirection() {
    IngestionFixture listed = new IngestionFixture("last-" + account, account);
    for (String id : List.of("a", "b", "c")) {
      listed.named(id, id);
    }
    listed.worth("b", 100);
    listed.worth("c", 200);
    String tenant = "last-" + account;
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(listed(tenant, "sort=mrr")).containsExactly("b", "c", "a");
              assertThat(listed(tenant, "sort=-mrr")).containsExactly("c", "b", "a");
            });
    assertThat(listed(tenant, "sort=mrr&limit=2")).containsExactly("b", "c");
    assertThat(listed(tenant, "churned=false")).containsExactly("a", "b", "c");
    assertThat(listed(tenant, "churned=true")).isEmpty();
    get("/api/v1/accounts?churned=perhaps", 400);
  }

  private List<String> listed(String tenant, String query) {
    return items(body(tenant, "/api/v1/accounts?" + query)).stream()
        .map(item -> item.get("accountId").asString())
        .toList();
  }

  @Test
  void everyOtherReadAnswers() {
    ingestion.usedBy(5, clock.instant().minus(Duration.ofDays(40)), 40);
    ingestion.sample(clock.instant(), "invoice-recorded.v1", "issuedOn", "2026-01-01");
    ingestion.sample(
        clock.instant(), "meeting-held.v1", "heldAt", clock.instant().minusSeconds(600).toString());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(get("/api/v1/accounts/" + account + "/events", 200).toString())
                    .contains("Meeting"));

    assertThat(get("/api/v1/accounts/" + account + "/health/history", 200).get("items"))
        .hasSize(50);
    assertThat(get("/api/v1/scoring-models", 200).get("items").get(0).get("id").asString())
        .isEqualTo("enterprise-v1");
    assertThat(get("/api/v1/scoring-models?limit=1", 200).get("items")).hasSize(1);
    get("/api/v1/scoring-models?limit=0", 400);
    get("/api/v1/scoring-models?sort=name", 400);
    get("/api/v1/accounts?band=purple", 400);
    get("/api/v1/accounts/" + account + "/health?asOf=yesterday", 400);
  }

  @Test
  void everyOperationSaysHowItSucceedsAndHowItRefuses() {
    JsonNode paths = get("/openapi.json", 200).get("paths");

    assertThat(paths.size()).isGreaterThanOrEqualTo(7);
    for (JsonNode path : paths) {
      for (JsonNode operation : path) {
        assertThat(operation.path("responses").propertyNames())
            .as(operation.path("summary").asString())
            .contains("401", "403", "503")
            .anyMatch(status -> status.startsWith("2"));
      }
    }
  }

  @Test
  void anotherPublishedModelSaysWhatItWouldHaveSaid() throws SQLException {
    ingestion.usedBy(20, clock.instant().minus(Duration.ofDays(55)), 56);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isEqualTo("healthy"));
    publishedLongAgo("strict", "\"coverageFloor\": 0.5", "\"coverageFloor\": 0.9");

    assertThat(health("?model=strict-v1").get("band").asString()).isEqualTo("unknown");
    assertThat(health("?model=strict-v1").get("model").asString()).isEqualTo("strict-v1");
    assertThat(health("?model=enterprise-v1").get("band").asString()).isEqualTo("healthy");
    assertThat(health("").get("model").asString()).isEqualTo("enterprise-v1");
    JsonNode refusal = get("/api/v1/accounts/" + account + "/health?model=no-such-v1", 422);
    assertThat(refusal.get("code").asString()).isEqualTo("unknown_model");
  }

  @Test
  void daysAndHappeningsComeInPages() {
    ingestion.usedBy(5, clock.instant().minus(Duration.ofDays(40)), 40);
    await().atMost(SOON).untilAsserted(() -> get("/api/v1/accounts/" + account, 200));
    String path = "/api/v1/accounts/" + account + "/health/history";

    JsonNode whole = get(path + "?limit=200", 200);
    JsonNode first = get(path + "?limit=60", 200);
    JsonNode rest = get(path + "?limit=60&cursor=" + first.get("next").asString(), 200);

    assertThat(first.get("items")).hasSize(60);
    assertThat(rest.path("next").isString()).isFalse();
    List<JsonNode> both = new ArrayList<>();
    first.get("items").forEach(both::add);
    rest.get("items").forEach(both::add);
    assertThat(both.subList(0, 90)).isEqualTo(items(whole).subList(0, 90));
    assertThat(items(get(path + "?sort=-at&limit=1", 200)).getFirst().get("at").asString())
        .isGreaterThan(items(whole).getFirst().get("at").asString());
    get("/api/v1/accounts/" + account + "/events?limit=0", 400);
  }

  @Test
  void whatNobodyCouldMeanIsRefused() {
    ingestion.usedBy(5, clock.instant().minusSeconds(30), 1);
    await().atMost(SOON).untilAsserted(() -> get("/api/v1/accounts/" + account, 200));
    String health = "/api/v1/accounts/" + account + "/health";
    String forged =
        Base64.getUrlEncoder().encodeToString("score\u0001many\u0001id".getBytes(UTF_8));

    get("/api/v1/accounts?sort=score&cursor=" + forged, 400);
    get("/api/v1/accounts?q=%00", 400);
    get(health + "?asOf=-999999999-01-01T00:00:00Z", 400);
    get(health + "?knownAt=%2B999999999-01-01T00:00:00Z", 400);
    get(health + "/history?from=2025-13-01", 400);
    get(health + "/history?from=2026-02-01&to=2026-01-01", 400);
    assertThat(get(health + "?asOf=1900-01-01", 200).get("score").isNull()).isTrue();
  }

  private static List<JsonNode> items(JsonNode page) {
    List<JsonNode> items = new ArrayList<>();
    page.get("items").forEach(items::add);
    return items;
  }

  /** The enterprise model under another name, changed in one place, and long out of force. */
  private static void publishedLongAgo(String key, String what, String with) throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                """
                insert into scoring.scoring_model
                  (tenant_id, key, version, body, published_at, published_by, reason)
                select tenant_id, ?, 1, replace(replace(body, '"key": "enterprise"', ?), ?, ?),
                       published_at - interval '1 year', 'test', 'Test'
                  from scoring.scoring_model where tenant_id = 'demo' and key = 'enterprise'
                on conflict do nothing
                """)) {
      statement.setString(1, key);
      statement.setString(2, "\"key\": \"" + key + "\"");
      statement.setString(3, what);
      statement.setString(4, with);
      assertThat(statement.executeUpdate()).isOne();
    }
  }

  private String band() {
    return health("").get("band").asString();
  }

  private JsonNode health(String query) {
    return get("/api/v1/accounts/" + account + "/health" + query, 200);
  }

  private JsonNode announced(String type, String from) {
    List<Received> found =
        TestKafka.received(
            "holdfast.health", 2, record -> record.type().equals(type) && isOurs(record));
    found.forEach(record -> Contracts.check(type, record.json()));
    return found.stream()
        .map(record -> EXACT.readTree(record.json()))
        .filter(change -> from.equals(change.path("from").asString("")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("none came from " + from + ": " + found));
  }

  private boolean isOurs(Received record) {
    return record.json().contains(account);
  }

  private String anyScored() {
    return TestKafka.received(
            "holdfast.health",
            record ->
                record.type().equals("scoring.health-scored.v1") && record.json().contains(account))
        .getFirst()
        .json();
  }

  private JsonNode get(String path, int status) {
    byte[] body =
        client("demo")
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

  private JsonNode body(String tenant, String path) {
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

  private WebTestClient client(String tenant) {
    return WebTestClient.bindToServer()
        .baseUrl("http://localhost:" + port)
        .responseTimeout(Duration.ofSeconds(60))
        .defaultHeader(
            "Authorization",
            "Bearer " + TestTokens.bearer(tenant, "accounts:read", "health:read", "models:read"))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
        .build();
  }
}
