package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is learnt later, in whatever order. */
class LateFactsIT extends RealMetrics {

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
  void booksEverythingAnewInTheCurrencyTheTenantChangesTo() {
    ingestion.rate("2025-01-01", "EUR", "USD", "1.25");
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    ingestion.phase("euro", "e", "2025-02-01", null, "100 EUR/month");
    awaitEnd("195");

    ingestion.tenant("EUR", "Europe/Berlin");
    awaitEnd("156"); // 70 ÷ 1.25 + 100

    assertThat(get("/api/v1/metrics/mrr-movements").get("currency").asString()).isEqualTo("EUR");
    assertThat(ledger("euro")).containsExactly("2025-02-01 new 100");
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
    assertThat(get(months).get("rows").valueStream().map(RealMetrics::line))
        .containsExactly(
            "2025-05 70 0 0 0 0 0 0 0 70",
            "2025-06 70 0 0 0 0 0 0 0 70",
            "2025-07 70 0 0 0 0 0 0 9 79");
    assertThat(get(months + "&basis=restated").get("rows").valueStream().map(RealMetrics::line))
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

  private void close(String period, String token, int status) {
    http.post()
        .uri("/api/v1/metrics/periods/" + period + "/close")
        .header("Authorization", "Bearer " + token)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }
}
