package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is let in, and what they may ask. */
class DoorIT extends RealMetrics {

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
}
