package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Imported subscriptions against figures computed by hand. Monthly values:
 *
 * <pre>
 * weekly    100 × 52/12            = 433.33333333   from 2025-01-06
 * quarterly 900 × 1/3              = 300            from 2025-01-01, 600 × 1/3 = 200 from 2025-05-01 (contraction)
 * yearly    12000 × 1/12           = 1000           from 2024-06-01, ends 2025-07-01 (churn),
 *           6000 × 1/12            = 500            from 2025-10-01 (return)
 * seats     50 × 3                 = 150            from 2025-02-01, 50 × 5 = 250 from 2025-08-01 (expansion)
 * </pre>
 */
class RevenueIT {
  private static final LocalPlatform PLATFORM = LocalPlatform.instance();
  private static final Door DOOR = Door.with(PLATFORM, PLATFORM.token("admin", "other"));

  @BeforeAll
  static void importContracts() {
    Imports.load(
        DOOR,
        "accounts",
        """
        account_id,name
        rev-weekly,Weekly
        rev-quarterly,Quarterly
        rev-yearly,Yearly
        rev-seats,Seats
        """);
    JsonNode load =
        Imports.load(
            DOOR,
            "subscriptions",
            """
            subscription_id,account_id,starts_on,ends_on,amount,currency,interval,quantity
            s-weekly,rev-weekly,2025-01-06,,100,USD,week,
            s-quarterly,rev-quarterly,2025-01-01,,900,USD,quarter,
            s-quarterly,rev-quarterly,2025-05-01,,600,USD,quarter,
            s-yearly,rev-yearly,2024-06-01,2025-07-01,12000,USD,year,
            s-yearly-2,rev-yearly,2025-10-01,,6000,USD,year,1
            s-seats,rev-seats,2025-02-01,,50,USD,month,3
            s-seats,rev-seats,2025-08-01,,50,USD,month,5
            """);
    assertThat(load.get("accepted").asInt()).isEqualTo(7);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(movement("2025-12").get("end").asString()).isEqualTo("1383.33333333"));
  }

  @Test
  void theLedgerHasEveryMovementInItsMonth() {
    assertMovement("2025-01", "1000", "new", "733.33333333", "1733.33333333");
    assertMovement("2025-02", "1733.33333333", "new", "150", "1883.33333333");
    assertMovement("2025-05", "1883.33333333", "contraction", "-100", "1783.33333333");
    assertMovement("2025-07", "1783.33333333", "churn", "-1000", "783.33333333");
    assertMovement("2025-08", "783.33333333", "expansion", "100", "883.33333333");
    assertMovement("2025-10", "883.33333333", "reactivation", "500", "1383.33333333");
  }

  @Test
  void everyMonthClosesAndStartsTheNext() {
    List<JsonNode> rows =
        DOOR.get("/api/v1/metrics/mrr-movements?from=2024-05&to=2025-12")
            .expect(200)
            .json()
            .get("rows")
            .valueStream()
            .toList();
    assertThat(rows).hasSize(20);
    BigDecimal end = BigDecimal.ZERO;
    for (JsonNode row : rows) {
      assertThat(amount(row, "start")).isEqualByComparingTo(end);
      BigDecimal sum = amount(row, "start");
      for (String kind :
          List.of(
              "new", "reactivation", "expansion", "contraction", "churn", "fx", "restatement")) {
        sum = sum.add(amount(row, kind));
      }
      end = amount(row, "end");
      assertThat(sum).isEqualByComparingTo(end);
    }
  }

  @Test
  void retentionOverTwelveMonthsIsThatOfTheOneCustomerOfTheYearBefore() {
    assertThat(rate("nrr", "2025-12", "12m")).isEqualTo(0.5);
    assertThat(rate("grr", "2025-12", "12m")).isEqualTo(0.5);
    assertThat(rate("logo-retention", "2025-12", "12m")).isEqualTo(1.0);
    assertThat(rate("customer-churn", "2025-12", "12m")).isEqualTo(0.0);
  }

  @Test
  void retentionOverThreeMonthsFollowsTheClosedCohort() {
    assertThat(rate("nrr", "2025-07", "3m")).isCloseTo(783.33333333 / 1883.33333333, within(1e-9));
    assertThat(rate("grr", "2025-07", "3m")).isCloseTo(783.33333333 / 1883.33333333, within(1e-9));
    assertThat(rate("logo-retention", "2025-07", "3m")).isEqualTo(0.75);
    assertThat(rate("nrr", "2025-10", "3m")).isCloseTo(883.33333333 / 783.33333333, within(1e-9));
    assertThat(rate("grr", "2025-10", "3m")).isEqualTo(1.0);
  }

  @Test
  void anEmptyCohortHasNoRate() {
    JsonNode rows =
        DOOR.get("/api/v1/metrics/nrr?from=2024-01&to=2024-01").expect(200).json().get("rows");
    assertThat(rows.get(0).get("value").isNull()).isTrue();
  }

  @Test
  void anAccountsMovementsTellItsStory() {
    List<String> kinds =
        DOOR.get("/api/v1/accounts/rev-yearly/mrr-movements")
            .expect(200)
            .json()
            .get("items")
            .valueStream()
            .map(movement -> movement.get("kind").asString())
            .toList();
    assertThat(kinds).containsExactlyInAnyOrder("new", "churn", "reactivation");
  }

  private static void assertMovement(
      String period, String start, String kind, String amount, String end) {
    JsonNode row = movement(period);
    assertThat(row.get("start").asString()).isEqualTo(start);
    assertThat(row.get(kind).asString()).isEqualTo(amount);
    assertThat(row.get("end").asString()).isEqualTo(end);
  }

  private static JsonNode movement(String period) {
    return DOOR.get("/api/v1/metrics/mrr-movements?from=" + period + "&to=" + period)
        .expect(200)
        .json()
        .get("rows")
        .get(0);
  }

  private static BigDecimal amount(JsonNode row, String field) {
    return new BigDecimal(row.get(field).asString());
  }

  private static double rate(String metric, String period, String window) {
    return DOOR.get(
            "/api/v1/metrics/%s?from=%s&to=%s&window=%s".formatted(metric, period, period, window))
        .expect(200)
        .json()
        .get("rows")
        .get(0)
        .get("value")
        .asDouble();
  }
}
