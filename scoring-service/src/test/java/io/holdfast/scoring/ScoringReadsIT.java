package io.holdfast.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the API shows of scores, page by page. */
class ScoringReadsIT extends RealScoring {
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
  void thePartsOfAChangeSumToTheDifferenceOfTheTwoScores() {
    ingestion.usedBy(23, clock.instant().minus(Duration.ofDays(65)), 56);
    ingestion.usedBy(7, clock.instant().minus(Duration.ofDays(8)), 8);
    ingestion.sample(
        clock.instant(),
        "invoice-recorded.v1",
        "dueOn",
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(9).toString());
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isNotEqualTo("unknown"));
    String from = "from=" + clock.instant().minus(Duration.ofDays(20));
    String to = "&to=" + clock.instant();

    JsonNode change = get("/api/v1/accounts/" + account + "/health/change?" + from + to, 200);

    BigDecimal before = health("?asOf=" + from.substring(5)).get("score").decimalValue();
    BigDecimal after = health("?asOf=" + to.substring(4)).get("score").decimalValue();
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode part : change.get("parts")) {
      sum = sum.add(part.get("points").decimalValue());
    }
    assertThat(change.get("change").decimalValue())
        .isNegative()
        .isEqualByComparingTo(after.subtract(before))
        .isEqualByComparingTo(sum);
    assertThat(change.get("parts").get(0).get("key").asString()).isEqualTo("weekly_active_users");
    assertThat(change.get("parts").get(0).get("kind").asString()).isEqualTo("signal");
  }

  @Test
  void withoutAScoreAtOneOfTheInstantsTheChangeIsNull() {
    ingestion.usedBy(23, clock.instant().minus(Duration.ofDays(65)), 66);
    await().atMost(SOON).untilAsserted(() -> assertThat(band()).isNotEqualTo("unknown"));

    JsonNode shown =
        get("/api/v1/accounts/" + account + "/health/change?known=then&from=2020-01-01", 200);

    assertThat(shown.get("change").isNull()).isTrue();
    assertThat(shown.get("scoreFrom").isNull()).isTrue();
    assertThat(shown.get("sentence").asString()).contains("too little was known");
    String path = "/api/v1/accounts/" + account + "/health/change";
    get(path + "?known=now", 400);
    get(path + "?known=then&knownAt=2026-01-01", 400);
    get(path + "?from=2026-02-01&to=2026-01-01", 400);
    get(path + "?model=nobodys-v1", 422);
    get("/api/v1/accounts/nobody/health/change", 404);
  }

  @Test
  void theDataSheetNamesTheLostToUsAndCountsThemForTheCustomer() {
    String tenant = "sheet-" + account;
    IngestionFixture planned = new IngestionFixture(tenant, account);
    planned.settings();
    planned.usedBy(14, clock.instant().minus(Duration.ofDays(80)), 40);
    planned.usedBy(8, clock.instant().minus(Duration.ofDays(40)), 41);
    String path = "/api/v1/accounts/" + account + "/data-sheet";
    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .untilAsserted(
            () -> {
              JsonNode sheet = body(tenant, path);
              JsonNode product = sheet.get("product");
              assertThat(sheet.get("features")).isNotEmpty();
              assertThat(product.get("regular").asInt()).isEqualTo(14);
              assertThat(product.get("active").asInt()).isEqualTo(8);
            });

    JsonNode internal = body(tenant, path).get("features").get(0);
    JsonNode customer = body(tenant, path + "?audience=customer");

    assertThat(internal.get("lost").asInt()).isEqualTo(6);
    assertThat(internal.get("sentence").asString()).contains(" lost 6 of 14 people since ");
    assertThat(internal.get("lostPeople")).hasSize(6);
    assertThat(internal.get("lostPeople").get(0).get("person").asString()).startsWith("person-");
    JsonNode module = body(tenant, path).get("modules").get(0);
    assertThat(module.get("name").asString()).isEqualTo("analytics");
    assertThat(module.get("lost").asInt()).isEqualTo(6);
    assertThat(module.get("activePeople")).hasSize(8);
    assertThat(customer.get("features").get(0).get("lost").asInt()).isEqualTo(6);
    assertThat(customer.toString()).doesNotContain("person-");
    String then = "?asOf=" + clock.instant().minus(Duration.ofDays(41));
    assertThat(body(tenant, path + then).get("product").get("lost").asInt()).isZero();
    get(path + "?audience=press", 400);
    get("/api/v1/accounts/nobody/data-sheet", 404);
  }

  @Test
  void aTokenOfAnotherTenantSeesNothing() {
    ingestion.usedBy(5, clock.instant().minusSeconds(30), 1);
    await().atMost(SOON).untilAsserted(() -> get("/api/v1/accounts/" + account, 200));

    for (String path :
        List.of("", "/health", "/health/change", "/health/history", "/events", "/data-sheet")) {
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
}
