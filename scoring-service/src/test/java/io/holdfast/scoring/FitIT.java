package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestTokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Ideal customers, from the profile to the list of accounts. */
class FitIT extends RealScoring {

  private static final String PROFILE = "/api/v1/fit-profile";

  private final String tenant = "fit-" + account;
  private final IngestionFixture told = new IngestionFixture(tenant, account);

  @Test
  void withoutAProfileTheAnswerSaysSo() {
    assertThat(body(tenant, PROFILE).get("version").isNull()).isTrue();
    assertThat(body(tenant, PROFILE).get("profile").isNull()).isTrue();
    assertThat(body(tenant, PROFILE).get("advice").asString()).contains("POST /api/v1/fit-profile");
    assertThat(body(tenant, PROFILE + "/versions").get("items")).isEmpty();
    JsonNode check = prospect("{\"industry\": \"Retail\"}");
    assertThat(check.get("verdict").asString()).isEqualTo("unknown");
    assertThat(check.get("advice").isString()).isTrue();
  }

  @Test
  void accountsAreFoundByTheirFitAndRenewedWithTheAccountAndTheProfile() {
    told.sample(clock.instant(), "account-recorded.v1", "industry", "Mining");
    await().atMost(SOON).untilAsserted(() -> assertThat(listed(tenant, "")).hasSize(1));
    assertThat(listed(tenant, "fit=unknown")).containsExactly(account);

    JsonNode first = publish(wanting("Retail"), 201);
    assertThat(first.get("version").asInt()).isEqualTo(1);
    assertThat(first.at("/profile/criteria/0/oneOf/0").asString()).isEqualTo("Retail");
    assertThat(listed(tenant, "fit=bad")).containsExactly(account);
    JsonNode fit = fit();
    assertThat(fit.get("verdict").asString()).isEqualTo("bad");
    assertThat(fit.at("/reasons/0/sentence").asString())
        .startsWith("Industry is 'Mining', none of Retail, which is required: 0.00 of");

    told.sample(clock.instant().plusSeconds(1), "account-recorded.v1", "industry", "Retail");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(listed(tenant, "fit=good")).containsExactly(account));

    publish(wanting("Mining"), 201);
    assertThat(listed(tenant, "fit=good")).isEmpty();
    assertThat(listed(tenant, "fit=bad")).containsExactly(account);
    assertThat(fit().get("profileVersion").asInt()).isEqualTo(2);
    assertThat(body(tenant, PROFILE + "/versions/1").at("/profile/criteria/0/oneOf/0").asString())
        .isEqualTo("Retail");
    assertThat(body(tenant, PROFILE + "/versions").get("items")).hasSize(2);
    assertThat(body(tenant, "/api/v1/accounts/" + account).get("fit").asString()).isEqualTo("bad");
  }

  @Test
  void aProspectIsCheckedAndNotKept() {
    publish(wanting("Retail"), 201);

    JsonNode good = prospect("{\"industry\": \"retail\", \"useCase\": \"Audit\"}");
    assertThat(good.get("verdict").asString()).isEqualTo("good");
    assertThat(good.get("score").decimalValue()).isEqualByComparingTo("100");
    assertThat(good.get("coverage").decimalValue()).isEqualByComparingTo("1");
    JsonNode open = prospect("{\"useCase\": \"Sums\"}");
    assertThat(open.get("score").decimalValue()).isEqualByComparingTo("0");
    assertThat(open.at("/reasons/0/state").asString()).isEqualTo("unknown");
    assertThat(listed(tenant, "")).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedWithItsPlace() {
    JsonNode faulty =
        publish(
            "{\"criteria\": [{\"key\": \"a\", \"attribute\": \"nose\", \"oneOf\": [\"x\"],"
                + " \"weight\": 1}], \"good\": 75, \"fair\": 50, \"leastCoverage\": 0.5}",
            422);
    assertThat(faulty.at("/errors/0/pointer").asString()).isEqualTo("/criteria/0/attribute");
    publish("null", 422);
    post("models:write", PROFILE + "/versions", "{\"profile\": {}}", 422);
    post("models:read", PROFILE + "/versions", "{}", 403);
    post("accounts:read", "/api/v1/fit-checks", "{\"employees\": -1}", 422);
    for (String path :
        new String[] {"/api/v1/accounts?fit=splendid", PROFILE + "/early-churn?within=90"}) {
      client(tenant).get().uri(path).exchange().expectStatus().isBadRequest();
    }
    for (String path :
        new String[] {PROFILE + "/versions/9", PROFILE + "/versions/x", "/api/v1/accounts/x/fit"}) {
      client(tenant).get().uri(path).exchange().expectStatus().isNotFound();
    }
  }

  @Test
  void anotherTenantSeesNeitherProfileNorFit() {
    told.named(account, "Acme");
    publish(wanting("Retail"), 201);
    await().atMost(SOON).untilAsserted(() -> assertThat(listed(tenant, "")).hasSize(1));

    WebTestClient other = client("other-" + tenant);
    other.get().uri(PROFILE + "/versions/1").exchange().expectStatus().isNotFound();
    other.get().uri("/api/v1/accounts/" + account + "/fit").exchange().expectStatus().isNotFound();
    assertThat(body("other-" + tenant, PROFILE).get("version").isNull()).isTrue();
  }

  @Test
  void whoLeftEarlyIsSplitByFit() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    publish(wanting("Retail"), 201);
    told.settings();
    told.sample(clock.instant(), "account-recorded.v1", "industry", "Mining");
    told.sample(
        clock.instant(),
        "subscription-phase-recorded.v1",
        "startsOn",
        today.minusDays(300).toString());
    told.churned(clock.instant(), today.minusDays(200));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(body(tenant, PROFILE + "/early-churn").at("/all/churned").asInt())
                    .isEqualTo(1));
    JsonNode churn = body(tenant, PROFILE + "/early-churn?within=180");
    assertThat(churn.at("/all/accounts").asInt()).isEqualTo(1);
    assertThat(churn.at("/all/rate").isNull()).as("one account proves nothing").isTrue();
    assertThat(churn.at("/splits/0/groups/0/value").asString()).isEqualTo("bad");
    assertThat(churn.at("/splits/1/groups/0/value").asString()).isEqualTo("Mining");
    assertThat(churn.get("proposals")).isEmpty();
    assertThat(body(tenant, PROFILE + "/early-churn?within=365").at("/all/accounts").asInt())
        .isZero();
  }

  private static String wanting(String industry) {
    return """
    {"criteria": [
       {"key": "industry", "attribute": "industry", "oneOf": ["%s"], "weight": 0.6, "required": true},
       {"key": "use", "attribute": "use_case", "oneOf": ["Audit"], "weight": 0.4}],
     "good": 75, "fair": 50, "leastCoverage": 0.4}
    """
        .formatted(industry);
  }

  private JsonNode fit() {
    return body(tenant, "/api/v1/accounts/" + account + "/fit");
  }

  private JsonNode publish(String profile, int status) {
    return post(
        "models:write",
        PROFILE + "/versions",
        "{\"profile\": %s, \"reason\": \"Tried\"}".formatted(profile),
        status);
  }

  private JsonNode prospect(String company) {
    return post("accounts:read", "/api/v1/fit-checks", company, 200);
  }

  private JsonNode post(String scope, String path, String body, int status) {
    return EXACT.readTree(
        WebTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .responseTimeout(Duration.ofSeconds(60))
            .defaultHeader("Authorization", "Bearer " + TestTokens.bearer(tenant, scope))
            .build()
            .post()
            .uri(path)
            .header("Content-Type", "application/json")
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody());
  }
}
