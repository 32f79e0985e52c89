package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.TestTokens;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A model tried on a history that came by the messages ingestion sends. */
class BacktestIT extends RealScoring {

  private static final String BACKTESTS = "/api/v1/scoring-models/enterprise-v1/backtests";
  private static final int ACCOUNTS = 24;
  private static final int PEOPLE = 2;
  private static final int DAYS = 240;
  private static final int SILENT = 45;

  @Autowired TenantTransactions tenants;
  @Autowired DatabaseClient database;

  private final String tenant = "backtests-" + UUID.randomUUID();
  private LocalDate today = LocalDate.EPOCH;

  /** Of two accounts one leaves, 45 days after nobody used the product any more. */
  @BeforeEach
  void givenAHistory() {
    today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    int uses = 0;
    for (int i = 0; i < ACCOUNTS; i++) {
      IngestionFixture told = new IngestionFixture(tenant, "account-" + i);
      int days = i % 2 == 0 ? DAYS - 20 - 4 * i - SILENT : DAYS;
      told.usedBy(PEOPLE, clock.instant().minus(Duration.ofDays(DAYS)), days);
      uses += PEOPLE * days;
      if (i % 2 == 0) {
        told.churned(clock.instant(), today.minusDays(20 + 4 * i));
      }
    }
    int all = uses;
    await().atMost(SOON.multipliedBy(2)).until(() -> count("use_of_product") == all);
    await().atMost(SOON).until(() -> count("fact where kind = 'outcome'") == ACCOUNTS / 2);
  }

  @Test
  void tellsHowWellAModelWouldHaveForeseenWhoLeaves() {
    String asked = "{\"from\": \"%s\", \"horizonDays\": 60, \"capacity\": 3}";
    EntityExchangeResult<byte[]> accepted =
        send(HttpMethod.POST, BACKTESTS, asked.formatted(today.minusDays(160)), 202);
    String path = String.valueOf(accepted.getResponseHeaders().getLocation());
    assertThat(body(accepted).get("status").asString()).isEqualTo("queued");

    JsonNode done = done(path);
    JsonNode report = done.get("report");

    assertThat(done.at("/progress/accounts").asInt()).isEqualTo(ACCOUNTS);
    assertThat(done.at("/progress/done").asInt()).isEqualTo(ACCOUNTS);
    assertThat(report.get("accounts").asInt()).isEqualTo(ACCOUNTS);
    assertThat(report.get("departures").asInt()).isEqualTo(ACCOUNTS / 2);
    assertThat(report.at("/auc/value").decimalValue()).isGreaterThan(new BigDecimal("0.7"));
    assertThat(report.at("/warning/warned").asInt()).isEqualTo(ACCOUNTS / 2);
    assertThat(report.at("/warning/medianLeadDays").asInt()).isBetween(14, SILENT);
    assertThat(report.at("/precision/lift").decimalValue()).isGreaterThan(BigDecimal.ONE);
    assertThat(report.get("signals")).hasSize(7);
    assertThat(report.get("assumedShare").decimalValue()).isPositive();
    assertThat(done.get("verdict")).isEqualTo(report.at("/verdict/code"));

    ObjectNode again = (ObjectNode) done(location("{\"again\": \"%s\"}".formatted(id(done))));
    assertThat(again.get("question")).isEqualTo(done.get("question"));
    assertThat(again.get("report")).isEqualTo(report);

    JsonNode list = body(send(HttpMethod.GET, BACKTESTS, null, 200)).get("items");
    assertThat(list).hasSize(2);
    assertThat(list.get(0).get("verdict")).isEqualTo(done.get("verdict"));
    assertThat(list.get(0).has("report") && !list.get(0).get("report").isNull()).isFalse();
    assertThat(count("backtest_account")).isZero();
  }

  @Test
  void aDraftIsTriedBySegmentsAndWhatIsCancelledIsGone() {
    String draft =
        body(send(HttpMethod.POST, "/api/v1/scoring-models", "{\"from\": \"starter-v1\"}", 201))
            .get("id")
            .asString();
    String backtests = "/api/v1/scoring-models/" + draft + "/backtests";
    EntityExchangeResult<byte[]> accepted =
        send(HttpMethod.POST, backtests, "{\"segmentBy\": \"industry\"}", 202);
    String path = String.valueOf(accepted.getResponseHeaders().getLocation());
    send(HttpMethod.DELETE, "/api/v1/scoring-models/" + draft, null, 204);

    assertThat(done(path).at("/report/segments/0/segment").asString()).isEqualTo("unknown");
    assertThat(done(path).at("/question/weeks").asInt()).isEqualTo(78);
    send(HttpMethod.DELETE, path, null, 204);
    send(HttpMethod.GET, path, null, 404);
    send(HttpMethod.DELETE, path, null, 404);
    send(HttpMethod.GET, backtests, null, 404);
    send(HttpMethod.POST, backtests, "{}", 404);
  }

  @Test
  void whatCannotBeMeantIsRefusedAndNobodyElseSees() {
    send(HttpMethod.POST, BACKTESTS, "{\"horizonDays\": 3}", 422);
    send(HttpMethod.POST, BACKTESTS, "{\"capacity\": 0}", 422);
    send(HttpMethod.POST, BACKTESTS, "{\"to\": \"%s\"}".formatted(today.plusDays(1)), 422);
    send(HttpMethod.POST, BACKTESTS, "{\"from\": \"yesterday\"}", 422);
    send(HttpMethod.POST, BACKTESTS, "{\"from\": \"1990-01-01\"}", 422);
    send(HttpMethod.POST, BACKTESTS, "{\"from\": \"%s\"}".formatted(today), 422);
    send(HttpMethod.POST, BACKTESTS, "{\"segmentBy\": \"mood\"}", 422);
    send(HttpMethod.POST, BACKTESTS, "{\"again\": \"%s\"}".formatted(UUID.randomUUID()), 404);
    String path = location("{}");

    WebTestClient other = as("other-" + tenant, "models:read", "models:write");
    other.get().uri(path).exchange().expectStatus().isNotFound();
    other.delete().uri(path).exchange().expectStatus().isNotFound();
    done(path);
    as(tenant, "models:read").post().uri(BACKTESTS).exchange().expectStatus().isForbidden();
    with(TestTokens.sign(
            TestTokens.claims(tenant, "models:read")
                .claim("accounts", List.of("account-1"))
                .build()))
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private JsonNode done(String path) {
    await()
        .atMost(SOON)
        .until(
            () ->
                body(send(HttpMethod.GET, path, null, 200))
                    .get("status")
                    .asString()
                    .equals("done"));
    return body(send(HttpMethod.GET, path, null, 200));
  }

  private String location(String asked) {
    URI location = send(HttpMethod.POST, BACKTESTS, asked, 202).getResponseHeaders().getLocation();
    return String.valueOf(location);
  }

  private static String id(JsonNode backtest) {
    return backtest.get("backtestId").asString();
  }

  private long count(String rows) {
    TenantId mine = new TenantId(tenant);
    return Objects.requireNonNull(
        tenants
            .run(
                mine,
                () ->
                    database
                        .sql("select count(*) as n from " + rows)
                        .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                        .one())
            .block(Duration.ofSeconds(10)));
  }

  private EntityExchangeResult<byte[]> send(
      HttpMethod method, String path, @Nullable String body, int status) {
    WebTestClient.RequestBodySpec request =
        as(tenant, "models:read", "models:write").method(method).uri(path);
    return (body == null
            ? request
            : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .returnResult();
  }

  private static JsonNode body(EntityExchangeResult<byte[]> answer) {
    byte[] body = answer.getResponseBody();
    return EXACT.readTree(body == null ? "null".getBytes(StandardCharsets.UTF_8) : body);
  }

  private WebTestClient as(String tenant, String... scopes) {
    return with(TestTokens.bearer(tenant, scopes));
  }

  private WebTestClient with(String token) {
    return client(tenant)
        .mutate()
        .defaultHeaders(headers -> headers.set("Authorization", "Bearer " + token))
        .build();
  }
}
