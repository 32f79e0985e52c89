package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.MovableClock;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("metrics")
class RevenueIT {

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final IngestionFixture ingestion = new IngestionFixture(tenant);
  private WebTestClient http;

  @BeforeEach
  void connect() {
    clock.set(Instant.parse("2025-10-20T12:00:00Z"));
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(20))
            .build();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void booksContractsAsTheyArrive() {
    hearTheCompany();

    JsonNode bridge = get("/api/v1/metrics/mrr-movements?from=2025-04&to=2025-12");

    // the figures of GoldenBooksTests
    assertThat(bridge.get("currency").asString()).isEqualTo("USD");
    assertThat(bridge.get("rows").valueStream().map(RevenueIT::line))
        .containsExactly(
            "2025-04 5099.99999999 0 0 0 -100 0 0 0 4999.99999999",
            "2025-05 4999.99999999 0 0 0 0 0 0 0 4999.99999999",
            "2025-06 4999.99999999 0 0 666.66666667 0 0 0 0 5666.66666666",
            "2025-07 5666.66666666 0 0 0 0 -233.33333333 0 0 5433.33333333",
            "2025-08 5433.33333333 0 0 0 0 0 0 0 5433.33333333",
            "2025-09 5433.33333333 0 0 0 0 0 0 0 5433.33333333",
            "2025-10 5433.33333333 0 250 0 0 0 0 0 5683.33333333");
    assertThat(bridge.at("/rows/3/churnByKind/voluntary").asString()).isEqualTo("-233.33333333");
    assertThat(bridge.at("/rows/3/accounts/churn").asInt()).isEqualTo(1);
  }

  @Test
  void answersRetentionAsRatiosOrNull() {
    hearTheCompany();

    JsonNode nrr = get("/api/v1/metrics/nrr?from=2025-10&to=2025-10&window=12m");
    JsonNode logo = get("/api/v1/metrics/logo-retention?from=2025-07&to=2025-07");
    JsonNode churn = get("/api/v1/metrics/customer-churn?from=2025-07&to=2025-07");
    JsonNode empty = get("/api/v1/metrics/grr?from=2024-06&to=2024-06");

    assertThat(nrr.at("/rows/0/value").decimalValue()).isEqualByComparingTo("1.12500000000161");
    assertThat(logo.at("/rows/0/value").decimalValue()).isEqualByComparingTo("0.666666666666667");
    assertThat(churn.at("/rows/0/value").decimalValue()).isEqualByComparingTo("0.333333333333333");
    assertThat(empty.at("/rows/0/period").asString()).isEqualTo("2024-06");
    assertThat(empty.at("/rows/0/value").isNull()).isTrue();
  }

  @Test
  void summarisesAMonthBesideTheOneBefore() {
    hearTheCompany();

    JsonNode summary = get("/api/v1/metrics/summary?period=2025-07");

    assertThat(summary.at("/mrr/value").asString()).isEqualTo("5433.33333333");
    assertThat(summary.at("/mrr/previous").asString()).isEqualTo("5666.66666666");
    assertThat(summary.at("/arr/value").asString()).isEqualTo("65199.99999996");
    assertThat(summary.at("/mrrChange/value").asString()).isEqualTo("-233.33333333");
    assertThat(summary.at("/accounts/value").asInt()).isEqualTo(2);
    assertThat(summary.at("/accounts/previous").asInt()).isEqualTo(3);
    assertThat(summary.at("/quickRatio/value").asDouble()).isZero();
    assertThat(summary.at("/quickRatio/previous").isNull()).isTrue();
  }

  @Test
  void listsMovementsLargestFirstPageByPage() {
    hearTheCompany();

    JsonNode first = get("/api/v1/accounts/quarterly/mrr-movements?limit=2");
    JsonNode rest =
        get("/api/v1/accounts/quarterly/mrr-movements?cursor=" + first.get("next").asString());
    JsonNode july = get("/api/v1/metrics/movements?period=2025-07");
    JsonNode reasons = get("/api/v1/metrics/churn-reasons?from=2025-01&to=2025-12");

    assertThat(kinds(first)).containsExactly("new", "contraction");
    assertThat(kinds(rest)).containsExactly("churn", "reactivation");
    assertThat(rest.get("next").isNull()).isTrue();
    assertThat(july.at("/items/0/name").asString()).isEqualTo("Quarterly Ltd");
    assertThat(july.at("/items/0/churnKind").asString()).isEqualTo("voluntary");
    assertThat(reasons.at("/rows/0/reason").asString()).isEqualTo("price");
    assertThat(reasons.at("/rows/0/amount").asString()).isEqualTo("-233.33333333");
  }

  @Test
  void listsContractsAndHowTheyStand() {
    hearTheCompany();

    JsonNode list = get("/api/v1/accounts/quarterly/subscriptions");

    assertThat(list.get("items").valueStream().map(item -> item.get("state").asString()))
        .containsExactly("replaced", "churned", "live");
    assertThat(list.at("/items/2/mrr").asString()).isEqualTo("250");
  }

  @Test
  void correctsAndTakesBackPhasesWhateverTheOrderTheyArriveIn() {
    ingestion.account("acme", "Acme");
    Map<String, Object> later = Map.of("receivedAt", "2025-09-02T00:00:00Z");
    Map<String, Object> earlier = Map.of("receivedAt", "2025-09-01T00:00:00Z");
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month", later);
    ingestion.phase("acme", "s", "2025-01-01", null, "50 USD/month", earlier);
    ingestion.phase("acme", "t", "2025-01-01", null, "40 USD/month", earlier);
    ingestion.phase(
        "acme",
        "t",
        "2025-01-01",
        null,
        "40 USD/month",
        Map.of("receivedAt", "2025-09-03T00:00:00Z", "status", "void"));
    ingestion.phase("acme", "u", "2025-02-01", null, "1 USD/month");

    awaitEnd("71");

    assertThat(ledger("acme")).containsExactly("2025-01-01 new 70", "2025-02-01 expansion 1");
  }

  @Test
  void movesTheRevenueOfASubscriptionThatACorrectionGivesToAnotherAccount() {
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    awaitEnd("70");
    ingestion.phase("bravo", "s", "2025-01-01", null, "80 USD/month");
    awaitEnd("80");

    assertThat(ledger("acme")).isEmpty();
    assertThat(ledger("bravo")).containsExactly("2025-01-01 new 80");
  }

  @Test
  void excludesWhatNoRateValuesUntilOneIsKnown() {
    ingestion.phase("euro", "e", "2025-01-15", null, "100 EUR/month");
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    awaitEnd("70");

    JsonNode excluded = get("/api/v1/metrics/mrr-movements").get("excluded");
    assertThat(excluded.at("/0/accountId").asString()).isEqualTo("euro");
    assertThat(excluded.at("/0/reason").asString())
        .isEqualTo("no exchange rate from EUR to USD on or before 2025-01-15");

    ingestion.rate("2025-01-01", "EUR", "USD", "1.1");
    ingestion.rate("2025-06-15", "EUR", "USD", "1.2");
    awaitEnd("190");

    assertThat(ledger("euro")).containsExactly("2025-01-15 new 110", "2025-07-01 fx 10");
    assertThat(get("/api/v1/metrics/mrr-movements").get("excluded").isEmpty()).isTrue();
  }

  @Test
  void showsTheBooksAsTheyStood() {
    ingestion.phase(
        "acme",
        "s",
        "2025-01-01",
        null,
        "70 USD/month",
        Map.of("receivedAt", "2025-01-02T00:00:00Z"));
    ingestion.phase(
        "acme",
        "s",
        "2025-01-01",
        null,
        "90 USD/month",
        Map.of("receivedAt", "2025-05-02T00:00:00Z"));
    awaitEnd("90");

    JsonNode then = get("/api/v1/metrics/mrr-movements?from=2025-01&knownAt=2025-03-10T00:00:00Z");

    assertThat(then.get("rows").size()).isEqualTo(3);
    assertThat(then.at("/rows/2/end").asString()).isEqualTo("70");
  }

  @Test
  void leavesAClosedMonthAsItWasAndRestatesInTheFirstOpenOne() {
    Map<String, Object> before = Map.of("receivedAt", "2025-09-01T00:00:00Z");
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month", before);
    awaitEnd("70");
    String finance = TestTokens.bearer(tenant, "metrics:read", "metrics:write");
    close("2025-10", finance, 422);
    close("2025-06", TestTokens.bearer(tenant, "metrics:read"), 403);
    close("2025-06", finance, 200);
    close("2025-05", finance, 200);

    ingestion.phase("acme", "t", "2025-05-01", null, "9 USD/month");
    awaitEnd("79");

    String months = "/api/v1/metrics/mrr-movements?from=2025-05&to=2025-07";
    assertThat(get(months).get("rows").valueStream().map(RevenueIT::line))
        .containsExactly(
            "2025-05 70 0 0 0 0 0 0 0 70",
            "2025-06 70 0 0 0 0 0 0 0 70",
            "2025-07 70 0 0 0 0 0 0 9 79");
    assertThat(get(months + "&basis=restated").get("rows").valueStream().map(RevenueIT::line))
        .containsExactly(
            "2025-05 70 0 0 9 0 0 0 0 79",
            "2025-06 79 0 0 0 0 0 0 0 79",
            "2025-07 79 0 0 0 0 0 0 0 79");
    JsonNode restatement = get("/api/v1/accounts/acme/mrr-movements").at("/items/1");
    assertThat(restatement.get("kind").asString()).isEqualTo("restatement");
    assertThat(restatement.at("/corrects/period").asString()).isEqualTo("2025-05");
    assertThat(restatement.at("/corrects/facts").size()).isEqualTo(1);
    assertThat(get("/api/v1/metrics/periods").at("/items/0/period").asString())
        .isEqualTo("2025-06");

    close("2025-08", finance, 200);
    assertThat(get(months).at("/rows/2/restatement").asString()).isEqualTo("9");
  }

  @Test
  void announcesTheChurnOfADayWhenTheDayComes() {
    LocalDate ends = LocalDate.of(2025, 10, 23);
    ingestion.phase(
        "acme", "s", "2025-01-01", null, "70 USD/month", Map.of("renewsOn", "2026-01-01"));
    Received before = announced("metrics.account-mrr-changed.v1", 1).getLast();
    Contracts.check(before.type(), before.json());
    assertThat(before.json()).contains("\"mrr\":\"70\"", "\"renewsOn\":\"2026-01-01\"");

    ingestion.phase("acme", "s", "2025-01-01", ends.toString(), "70 USD/month");
    announced("metrics.account-mrr-changed.v1", 2); // a contract that ends is not renewed
    clock.set(ends.atTime(0, 1).toInstant(ZoneOffset.UTC));

    Received moved = announced("metrics.mrr-moved.v1", 1).getFirst();
    Contracts.check(moved.type(), moved.json());
    assertThat(moved.json())
        .contains("\"kind\":\"churn\"", "\"amount\":\"-70\"", "\"churnKind\":\"unclassified\"");
    Received after = announced("metrics.account-mrr-changed.v1", 3).getLast();
    assertThat(after.json()).contains("\"mrr\":\"0\"");
  }

  @Test
  void churnsInvoluntarilyThirtyDaysAfterTheDueDateWithoutAnyMessage() {
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    ingestion.invoice("acme", "i", "2025-10-01", null);
    awaitEnd("70");
    announced("metrics.account-mrr-changed.v1", 1);

    clock.set(Instant.parse("2025-10-31T00:01:00Z"));

    assertThat(announced("metrics.mrr-moved.v1", 1).getFirst().json())
        .contains("\"churnKind\":\"involuntary\"", "\"on\":\"2025-10-31\"");
    assertThat(ledger("acme")).containsExactly("2025-01-01 new 70", "2025-10-31 churn -70");

    ingestion.invoice("acme", "i", "2025-10-01", "2025-10-31");
    await().untilAsserted(() -> assertThat(ledger("acme")).containsExactly("2025-01-01 new 70"));
  }

  @Test
  void keepsTenantsAndRolesApart() {
    hearTheCompany();
    String other = TestTokens.bearer("other", "metrics:read");

    assertThat(
            get("/api/v1/metrics/mrr-movements?from=2025-07&to=2025-07", other)
                .at("/rows/0/end")
                .asString())
        .isEqualTo("0");
    status("/api/v1/accounts/quarterly/mrr-movements", other, 404);
    status("/api/v1/accounts/quarterly/subscriptions", other, 404);
    status("/api/v1/metrics/nrr", TestTokens.bearer(tenant, "health:read"), 403);
    http.get().uri("/api/v1/metrics/nrr").exchange().expectStatus().isUnauthorized();
  }

  @Test
  void showsAPartnerOnlyItsAccounts() {
    hearTheCompany();
    String partner =
        TestTokens.sign(
            TestTokens.claims(tenant, "metrics:read").claim("accounts", List.of("weekly")).build());

    assertThat(get("/api/v1/metrics/mrr-movements", partner).at("/rows/11/end").asString())
        .isEqualTo("433.33333333");
    status("/api/v1/accounts/weekly/mrr-movements", partner, 200);
    status("/api/v1/accounts/yearly/mrr-movements", partner, 404);
  }

  @Test
  void saysWhatIsWrongWithAQuestion() {
    String token = TestTokens.bearer(tenant, "metrics:read");
    for (String question :
        List.of(
            "mrr-movements?from=2025-13",
            "mrr-movements?from=2025-05&to=2025-04",
            "mrr-movements?from=2010-01&to=2025-01",
            "mrr-movements?basis=guessed",
            "nrr?window=2m",
            "grr?knownAt=yesterday",
            "summary?period=now",
            "movements?sort=colour")) {
      status("/api/v1/metrics/" + question, token, 400);
    }
  }

  @Test
  void describesItself() {
    JsonNode document = get("/openapi.json");

    JsonNode bridge = document.get("paths").get("/api/v1/metrics/mrr-movements").get("get");
    assertThat(bridge.get("parameters").valueStream().map(p -> p.get("name").asString()))
        .containsExactly("from", "to", "basis", "knownAt");
    assertThat(bridge.at("/parameters/0/description").asString()).startsWith("First month");
    JsonNode list = document.get("paths").get("/api/v1/accounts/{accountId}/mrr-movements");
    assertThat(list.at("/get/parameters").valueStream().map(p -> p.get("name").asString()))
        .containsExactlyInAnyOrder("accountId", "basis", "limit", "cursor", "sort");
    assertThat(document.at("/components/schemas").propertyNames()).contains("BridgeView");
  }

  private void hearTheCompany() {
    ingestion.account("weekly", "Weekly Inc");
    ingestion.account("quarterly", "Quarterly Ltd");
    ingestion.account("yearly", "Yearly AG");
    ingestion.phase("weekly", "w", "2025-01-15", null, "100 USD/week");
    ingestion.phase("quarterly", "q", "2025-04-01", "2025-07-01", "700 USD/quarter");
    ingestion.phase("quarterly", "q", "2024-10-01", null, "1000 USD/quarter");
    ingestion.phase("quarterly", "q2", "2025-10-10", null, "250 USD/month");
    ingestion.outcome("quarterly", "voluntary_churn", "2025-06-15", "price");
    ingestion.phase("yearly", "y", "2024-06-01", null, "52000 USD/year");
    ingestion.phase("yearly", "y", "2025-06-01", null, "60000 USD/year");
    awaitEnd("5683.33333333");
    await()
        .untilAsserted(
            () ->
                assertThat(get("/api/v1/metrics/churn-reasons").at("/rows/0/reason").asString())
                    .isEqualTo("price"));
  }

  private void close(String period, String token, int status) {
    http.post()
        .uri("/api/v1/metrics/periods/" + period + "/close")
        .header("Authorization", "Bearer " + token)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  private void awaitEnd(String end) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        get("/api/v1/metrics/mrr-movements?from=2025-10&to=2025-10")
                            .at("/rows/0/end")
                            .asString())
                    .isEqualTo(end));
  }

  private List<Received> announced(String type, int count) {
    return TestKafka.received(
        "holdfast.revenue", count, r -> r.type().equals(type) && r.tenant().equals(tenant));
  }

  private List<String> ledger(String account) {
    return get("/api/v1/accounts/" + account + "/mrr-movements")
        .get("items")
        .valueStream()
        .map(
            item ->
                "%s %s %s"
                    .formatted(
                        item.get("on").asString(),
                        item.get("kind").asString(),
                        item.get("amount").asString()))
        .toList();
  }

  private JsonNode get(String path) {
    return get(path, TestTokens.bearer(tenant, "metrics:read"));
  }

  private JsonNode get(String path, String token) {
    byte[] body =
        http.get()
            .uri(path)
            .header("Authorization", "Bearer " + token)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return JsonMapper.shared().readTree(body);
  }

  private void status(String path, String token, int status) {
    http.get()
        .uri(path)
        .header("Authorization", "Bearer " + token)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  private static List<String> kinds(JsonNode list) {
    return list.get("items").valueStream().map(item -> item.get("kind").asString()).toList();
  }

  private static String line(JsonNode row) {
    List<String> columns =
        List.of(
            "period",
            "start",
            "new",
            "reactivation",
            "expansion",
            "contraction",
            "churn",
            "fx",
            "restatement",
            "end");
    return String.join(" ", columns.stream().map(name -> row.get(name).asString()).toList());
  }
}
