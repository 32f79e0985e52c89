package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestTokens;
import java.time.Instant;
import java.util.List;
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
    JsonNode last = get("/api/v1/metrics/periods?sort=-period&limit=1");
    assertThat(last.at("/items/0/period").asString()).isEqualTo("2025-08");
    JsonNode first =
        get("/api/v1/metrics/periods?sort=-period&cursor=" + last.get("next").asString());
    assertThat(first.get("items").valueStream().map(item -> item.get("period").asString()))
        .containsExactly("2025-06");
    assertThat(first.get("next").isNull()).isTrue();
  }

  @Test
  void closesAMonthInTheCurrencyItWasReportedIn() {
    String finance = TestTokens.bearer(tenant, "metrics:read", "metrics:write");
    ingestion.receives(Instant.parse("2025-09-01T00:00:00Z"));
    ingestion.rate("2025-01-01", "EUR", "USD", "1.25");
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    awaitEnd("70");
    close("2025-06", finance, 200);
    ingestion.tenant("EUR", "UTC");
    awaitEnd("56"); // 70 ÷ 1.25

    String year = "/api/v1/metrics/mrr-movements?from=2025-01&to=2025-07";
    JsonNode euros = get(year).get("rows");
    assertThat(line(euros.get(0))).isEqualTo("2025-01 0 56 0 0 0 0 0 0 56");
    assertThat(line(euros.get(6))).isEqualTo("2025-07 56 0 0 0 0 0 0 0 56");
    assertThat(get("/api/v1/metrics/periods").get("items").isEmpty()).isTrue();

    ingestion.phase("acme", "t", "2025-05-01", null, "5 EUR/month");
    awaitEnd("61");
    assertThat(line(get(year).at("/rows/4"))).isEqualTo("2025-05 56 0 0 5 0 0 0 0 61");

    ingestion.tenant("USD", "UTC");
    awaitEnd("76.25"); // 70 + 5 × 1.25
    assertThat(get(year).get("rows").valueStream().skip(4).map(RealMetrics::line))
        .containsExactly(
            "2025-05 70 0 0 0 0 0 0 0 70",
            "2025-06 70 0 0 0 0 0 0 0 70",
            "2025-07 70 0 0 0 0 0 0 6.25 76.25");
    assertThat(get("/api/v1/metrics/periods").at("/items/0/currency").asString()).isEqualTo("USD");
  }

  @Test
  void takesTheReasonOfAChurnFromWhatWasToldLast() {
    ingestion.phase("acme", "s", "2025-01-01", "2025-06-01", "70 USD/month");
    ingestion.receives(Instant.parse("2025-06-02T00:00:00Z"));
    ingestion.outcome("acme", "voluntary_churn", "2025-06-01", "price");
    ingestion.receives(Instant.parse("2025-06-03T00:00:00Z"));
    ingestion.outcome("acme", "voluntary_churn", "2025-06-01", "competitor");
    ingestion.phase("bravo", "b", "2025-01-01", null, "1 USD/month");
    awaitEnd("1");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        get("/api/v1/accounts/acme/mrr-movements").at("/items/1/reason").asString())
                    .isEqualTo("competitor"));
  }

  @Test
  void showsAnAccountsLedgerAsItStood() {
    ingestion.receives(Instant.parse("2025-01-02T00:00:00Z"));
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    ingestion.receives(Instant.parse("2025-05-02T00:00:00Z"));
    ingestion.phase("acme", "s", "2025-01-01", null, "90 USD/month");
    awaitEnd("90");

    JsonNode then = get("/api/v1/accounts/acme/mrr-movements?knownAt=2025-03-10T00:00:00Z");

    assertThat(then.at("/items/0/amount").asString()).isEqualTo("70");
    assertThat(then.get("asOf").asString()).isEqualTo("2025-03-10");
  }

  @Test
  void saysInEveryFigureWhoIsNotInIt() {
    ingestion.phase("euro", "e", "2025-01-15", null, "100 EUR/month");
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    awaitEnd("70");

    for (String figure :
        List.of("mrr-movements", "nrr", "grr", "logo-retention", "summary", "churn-reasons")) {
      assertThat(get("/api/v1/metrics/" + figure).at("/excluded/0/accountId").asString())
          .as(figure)
          .isEqualTo("euro");
    }
    JsonNode ledger = get("/api/v1/accounts/euro/mrr-movements");
    assertThat(ledger.get("items").isEmpty()).isTrue();
    assertThat(ledger.get("excluded").asString())
        .isEqualTo("no exchange rate from EUR to USD on or before 2025-01-15");
  }

  @Test
  void booksAnewWhoPaysInTheCurrencyOfARate() {
    ingestion.rate("2025-01-01", "EUR", "USD", "1.1");
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    ingestion.phase("euro", "e", "2025-01-15", null, "100 EUR/month");
    awaitEnd("180");

    // together with a contract, in one batch or in two
    ingestion.rate("2025-01-10", "EUR", "USD", "1.2");
    ingestion.phase("acme", "t", "2025-02-01", null, "1 USD/month");
    awaitEnd("191");

    assertThat(ledger("euro")).containsExactly("2025-01-15 new 120");
    assertThat(ledger("acme")).containsExactly("2025-01-01 new 70", "2025-02-01 expansion 1");
  }
}
