package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.systemtests.Door.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Nobody gets in where they do not belong. */
class DoorIT {
  private static final LocalPlatform PLATFORM = LocalPlatform.instance();
  private static final String DEMO = PLATFORM.token("admin", "demo");
  private static final Door OTHER = Door.with(PLATFORM, PLATFORM.token("admin", "other"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/accounts",
        "/api/v1/accounts/x",
        "/api/v1/accounts/x/health",
        "/api/v1/accounts/x/health/history",
        "/api/v1/accounts/x/mrr-movements",
        "/api/v1/metrics/mrr-movements",
        "/api/v1/metrics/nrr",
        "/api/v1/metrics/grr",
        "/api/v1/metrics/logo-retention",
        "/api/v1/metrics/customer-churn",
        "/api/v1/alerts",
        "/api/v1/plays",
        "/api/v1/play-runs",
        "/api/v1/channels",
        "/api/v1/sources",
        "/api/v1/tracking-plan",
        "/api/v1/imports",
        "/api/v1/quarantine"
      })
  void everyRouteRefusesBadCredentialsAndMissingScopes(String path) {
    assertProblem(Door.closed(PLATFORM).get(path), 401);
    assertProblem(Door.with(PLATFORM, "not-a-token").get(path), 401);
    assertProblem(Door.with(PLATFORM, unsigned(DEMO)).get(path), 401);
    assertProblem(Door.with(PLATFORM, otherAudience(DEMO)).get(path), 401);
    assertProblem(
        Door.with(PLATFORM, PLATFORM.token("admin", "demo", "facts:write")).get(path), 403);
  }

  @Test
  void anotherTenantSeesNothingOfTheDemoCompany() {
    Door demo = Door.with(PLATFORM, DEMO);
    JsonNode account = demo.get("/api/v1/accounts?limit=1").expect(200).json().get("items").get(0);
    String id = account.get("accountId").asString();
    demo.get("/api/v1/accounts/" + id).expect(200);

    assertProblem(OTHER.get("/api/v1/accounts/" + id), 404);
    assertProblem(OTHER.get("/api/v1/accounts/" + id + "/health"), 404);
    assertProblem(OTHER.get("/api/v1/accounts/" + id + "/health/history"), 404);
    assertProblem(OTHER.get("/api/v1/accounts/" + id + "/mrr-movements"), 404);
    String accounts = OTHER.get("/api/v1/accounts?limit=200").expect(200).body();
    assertThat(accounts).doesNotContain("\"" + id + "\"");
  }

  private static void assertProblem(Answer answer, int status) {
    answer.expect(status);
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
  }

  private static String unsigned(String token) {
    String header = encode("{\"alg\":\"none\"}");
    return header + "." + token.split("\\.")[1] + ".";
  }

  private static String otherAudience(String token) {
    String[] parts = token.split("\\.");
    ObjectNode claims =
        (ObjectNode)
            Door.JSON.readTree(
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    claims.put("aud", "elsewhere");
    return parts[0] + "." + encode(claims.toString()) + "." + parts[2];
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
