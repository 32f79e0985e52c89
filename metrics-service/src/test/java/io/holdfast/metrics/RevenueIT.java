package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RevenueIT extends RealMetrics {

  @Test
  void booksContractsAsTheyArrive() {
    hearTheCompany();

    JsonNode bridge = get("/api/v1/metrics/mrr-movements?from=2025-04&to=2025-12");

    // the figures of GoldenBooksTests
    assertThat(bridge.get("currency").asString()).isEqualTo("USD");
    assertThat(bridge.get("rows").valueStream().map(RealMetrics::line))
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

  private static List<String> kinds(JsonNode list) {
    return list.get("items").valueStream().map(item -> item.get("kind").asString()).toList();
  }
}
