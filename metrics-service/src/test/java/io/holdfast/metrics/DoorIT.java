package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
            "mrr-movements?from=",
            "nrr?from=2025-1",
            "nrr?to=25-01",
            "churn-reasons?from=now",
            "periods?sort=closedBy",
            "periods?limit=0",
            "mrr-movements?basis=guessed",
            "nrr?window=2m",
            "grr?knownAt=yesterday",
            "summary?period=now",
            "movements?sort=colour",
            "movements?cursor=" + cursor("-amount", "1e9", "x"),
            "movements?sort=on&cursor=" + cursor("on", "soon", "x"),
            "movements?sort=on&cursor=" + cursor("on", "2025-01-01", "\0"))) {
      JsonNode problem = problem("/api/v1/metrics/" + question, token, 400);
      assertThat(problem.get("code").asString()).as(question).isNotEmpty();
      assertThat(problem.get("detail").asString()).as(question).contains("'");
    }
  }

  @Test
  void saysWhichWindowsThereAre() {
    JsonNode problem =
        problem("/api/v1/metrics/nrr?window=2m", TestTokens.bearer(tenant, "metrics:read"), 400);

    assertThat(problem.get("detail").asString())
        .isEqualTo("'window' is '2m'; it must be 1m, 3m or 12m");
    assertThat(problem.get("code").asString()).isEqualTo("invalid_window");
  }

  @Test
  void knowsNoAccountByWhatCannotBeAnId() {
    String token = TestTokens.bearer(tenant, "metrics:read");

    for (String id : List.of("%20", "%20%20", "nobody")) {
      status(URI.create("/api/v1/accounts/" + id + "/mrr-movements"), token, 404);
      status(URI.create("/api/v1/accounts/" + id + "/subscriptions"), token, 404);
    }
  }

  @Test
  void letsNobodyCloseTheBooksWhoSeesOnlySomeAccounts() {
    String partner =
        TestTokens.sign(
            TestTokens.claims(tenant, "metrics:read", "metrics:write")
                .claim("accounts", List.of("weekly"))
                .build());

    http.post()
        .uri("/api/v1/metrics/periods/2025-06/close")
        .header("Authorization", "Bearer " + partner)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void describesItself() {
    JsonNode document = get("/openapi.json");

    JsonNode bridge = document.get("paths").get("/api/v1/metrics/mrr-movements").get("get");
    assertThat(bridge.get("parameters").valueStream().map(p -> p.get("name").asString()))
        .containsExactlyInAnyOrder("from", "to", "basis", "knownAt", "format");
    assertThat(bridge.at("/responses/200/content").propertyNames())
        .containsExactlyInAnyOrder("application/json", "text/csv");
    assertThat(bridge.at("/responses/200/content/text~1csv/schema/type").asString())
        .isEqualTo("string");
    for (String ratio : List.of("nrr", "grr", "logo-retention", "customer-churn")) {
      JsonNode route = document.get("paths").get("/api/v1/metrics/" + ratio).get("get");
      assertThat(route.get("parameters").valueStream().map(p -> p.get("name").asString()))
          .containsExactlyInAnyOrder("from", "to", "window", "knownAt", "format");
      assertThat(route.get("description").asString()).contains("closed cohort");
    }
    JsonNode list = document.get("paths").get("/api/v1/accounts/{accountId}/mrr-movements");
    assertThat(list.at("/get/parameters").valueStream().map(p -> p.get("name").asString()))
        .containsExactlyInAnyOrder(
            "accountId", "basis", "knownAt", "limit", "cursor", "sort", "format");
    assertThat(document.at("/components/schemas").propertyNames()).contains("BridgeView");
  }

  private JsonNode problem(String path, String token, int status) {
    byte[] body =
        http.get()
            .uri(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType("application/problem+json")
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return JsonMapper.shared().readTree(body);
  }

  private static String cursor(String sort, String key, String id) {
    String place = String.join("\u0001", sort, key, id);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }
}
