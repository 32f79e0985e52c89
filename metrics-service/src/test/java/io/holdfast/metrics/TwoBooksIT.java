package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books that are kept and those folded for an instant say the same of that instant. */
class TwoBooksIT extends RealMetrics {

  @BeforeEach
  void hearALotAndCloseAMonth() {
    ingestion.receives(Instant.parse("2025-10-01T00:00:00Z"));
    ingestion.rate("2025-01-01", "EUR", "USD", "1.1");
    ingestion.rate("2025-06-15", "EUR", "USD", "1.2");
    ingestion.phase("euro", "e", "2025-01-15", "2025-09-15", "100 EUR/month");
    ingestion.phase("euro", "u", "2025-03-03", null, "11.5 USD/week");
    ingestion.phase("pound", "p", "2025-01-15", null, "100 GBP/month");
    ingestion.phase("late", "l", "2024-11-30", null, "40 USD/quarter");
    ingestion.invoice("late", "i", "2025-03-01", "2025-05-20");
    ingestion.outcome("euro", "voluntary_churn", "2025-09-15", "price");
    hearTheCompany("5746.49999999");
    clock.set(Instant.parse("2025-10-20T11:00:00Z"));
    close("2025-07", TestTokens.bearer(tenant, "metrics:read", "metrics:write"), 200);
    clock.set(Instant.parse("2025-10-20T12:00:00Z"));
    ingestion.receives(Instant.parse("2025-10-20T11:30:00Z"));
    ingestion.phase("weekly", "w", "2025-01-15", null, "100 USD/week", Map.of("quantity", "2"));
    awaitEnd("6179.83333333");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mrr-movements?from=2024-06&to=2025-12",
        "mrr-movements?from=2025-06&to=2025-09",
        "mrr-movements?from=2025-01&to=2025-12&basis=restated",
        "nrr?from=2024-12&to=2025-10",
        "nrr?from=2025-10&to=2025-10&window=12m",
        "grr?from=2025-01&to=2025-10&window=3m",
        "logo-retention?from=2024-06&to=2025-10&window=12m",
      })
  void agree(String question) {
    String kept = get("/api/v1/metrics/" + question).toString();
    String folded = get("/api/v1/metrics/" + question + "&knownAt=2025-10-20T11:59:59Z").toString();

    assertThat(folded).isEqualTo(kept);
    assertThat(kept).contains("pound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"euro", "late", "weekly", "quarterly"})
  void listAnAccountsMovementsAsTheBridgeSumsThem(String account) {
    String partner =
        TestTokens.sign(
            TestTokens.claims(tenant, "metrics:read").claim("accounts", List.of(account)).build());
    for (String basis : List.of("reported", "restated")) {
      String bridge =
          get("/api/v1/metrics/mrr-movements?from=2025-10&to=2025-10&basis=" + basis, partner)
              .at("/rows/0/end")
              .asString();
      BigDecimal sum =
          get("/api/v1/accounts/" + account + "/mrr-movements?basis=" + basis)
              .get("items")
              .valueStream()
              .map(item -> new BigDecimal(item.get("amount").asString()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);

      assertThat(sum).isEqualByComparingTo(bridge);
    }
  }
}
