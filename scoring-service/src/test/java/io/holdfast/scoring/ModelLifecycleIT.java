package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A scoring model from its first draft to the score it gives. */
class ModelLifecycleIT extends RealScoring {

  private static final String MODELS = "/api/v1/scoring-models";

  private final String tenant = "models-" + UUID.randomUUID();
  private final IngestionFixture told = new IngestionFixture(tenant, account);

  @Test
  void aDraftScoresNothingUntilItIsPublishedAndThenEveryAccount() {
    told.usedBy(20, clock.instant().minus(Duration.ofDays(64)), 58);
    await().atMost(SOON).untilAsserted(() -> assertThat(model()).isEqualTo("enterprise-v1"));

    JsonNode draft = send(HttpMethod.POST, "", "{\"from\": \"starter-v1\"}", 201);
    String id = draft.get("id").asString();
    assertThat(draft.get("state").asString()).isEqualTo("draft");
    assertThat(model()).isEqualTo("enterprise-v1");

    send(HttpMethod.POST, "/" + id + "/publish", "{\"reason\": \" \"}", 422);
    JsonNode published =
        send(HttpMethod.POST, "/" + id + "/publish", "{\"reason\": \"Small customers\"}", 200);

    assertThat(published.get("id").asString())
        .as("the first is the one that comes with Holdfast")
        .isEqualTo("starter-v2");
    assertThat(published.get("inForce").asBoolean()).isTrue();
    assertThat(published.get("reason").asString()).isEqualTo("Small customers");
    assertThat(published.get("reviewDueOn").asString()).isGreaterThan("2026-01-01");
    send(HttpMethod.GET, "/" + id, null, 404);
    await().atMost(SOON).untilAsserted(() -> assertThat(model()).isEqualTo("starter-v2"));
    send(HttpMethod.PUT, "/starter-v2", "{\"from\": \"enterprise-v1\"}", 409);
    send(HttpMethod.DELETE, "/starter-v2", null, 409);
    assertThat(send(HttpMethod.GET, "/enterprise-v1", null, 200).get("inForce").asBoolean())
        .isFalse();
  }

  @Test
  void theNextVersionOfAModelComesAfterAllThatAreShippedAndTheFirstStays() {
    JsonNode draft = send(HttpMethod.POST, "", "{\"from\": \"enterprise-v1\"}", 201);
    ObjectNode model = (ObjectNode) draft.get("model");
    model.put("name", "Enterprise, reviewed");
    String path = "/" + draft.get("id").asString();
    send(HttpMethod.PUT, path, "{\"model\": " + model + "}", 200);

    JsonNode published =
        send(HttpMethod.POST, path + "/publish", "{\"reason\": \"Yearly review\"}", 200);

    assertThat(published.get("id").asString()).isEqualTo("enterprise-v3");
    assertThat(published.get("model").get("version").asInt()).isEqualTo(3);
    assertThat(published.get("model").get("name").asString()).isEqualTo("Enterprise, reviewed");
    assertThat(
            send(HttpMethod.GET, "/enterprise-v1", null, 200).get("model").get("name").asString())
        .isEqualTo("Enterprise");
    assertThat(send(HttpMethod.GET, "", null, 200).get("items")).hasSize(2);
  }

  @Test
  void everyFaultIsSaidAndTheDraftStays() {
    JsonNode draft = send(HttpMethod.POST, "", "{\"from\": \"starter-v1\"}", 201);
    String path = "/" + draft.get("id").asString();
    String faulty =
        draft.get("model").toString().replace("0.6", "0.7").replace("days_overdue", "mood");

    JsonNode refusal = send(HttpMethod.PUT, path, "{\"model\": " + faulty + "}", 422);

    assertThat(refusal.get("code").asString()).isEqualTo("faulty_model");
    assertThat(refusal.get("errors").size()).isGreaterThanOrEqualTo(2);
    assertThat(refusal.get("errors").toString())
        .contains("/axes", "weights_sum", "unknown_measure");
    assertThat(send(HttpMethod.GET, path, null, 200).get("model")).isEqualTo(draft.get("model"));
    send(HttpMethod.POST, "", "{}", 422);
    send(HttpMethod.POST, "", "{\"from\": \"nobodys-v1\"}", 422);
    send(HttpMethod.POST, "", "{\"model\": 7}", 422);
    send(HttpMethod.POST, "/" + UUID.randomUUID() + "/publish", "{\"reason\": \"r\"}", 404);
    send(HttpMethod.DELETE, path, null, 204);
    send(HttpMethod.DELETE, path, null, 404);
  }

  @Test
  void onlyWhatWasReviewedIsPublishedWhenAskedSo() {
    String id = send(HttpMethod.POST, "", "{\"from\": \"starter-v1\"}", 201).get("id").asString();
    String reviewed = tag(id);
    send(HttpMethod.PUT, "/" + id, "{\"from\": \"enterprise-v1\"}", 200);

    publish(id, reviewed).expectStatus().isEqualTo(412);
    publish(id, tag(id)).expectStatus().isOk();
  }

  @Test
  void numbersThatNobodyCouldAddUpAreFaults() {
    JsonNode draft = send(HttpMethod.POST, "", "{\"from\": \"starter-v1\"}", 201);
    for (String number : new String[] {"1e999999999", "-1e999999999", "1e-999999999", "1e400"}) {
      String faulty =
          draft.get("model").toString().replace("\"weight\":0.6", "\"weight\":" + number);

      assertThat(
              send(HttpMethod.POST, "", "{\"model\": " + faulty + "}", 422).get("code").asString())
          .isEqualTo("faulty_model");
    }
  }

  @Test
  void draftsAreTheirTenantsAndOnlyForWhoMayWrite() {
    JsonNode draft = send(HttpMethod.POST, "", "{\"from\": \"starter-v1\"}", 201);
    String path = MODELS + "/" + draft.get("id").asString();

    as("other-" + tenant, "models:read").get().uri(path).exchange().expectStatus().isNotFound();
    as(tenant, "models:read")
        .post()
        .uri(path + "/publish")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"reason\": \"r\"}")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private String tag(String id) {
    return String.valueOf(
        as(tenant, "models:read")
            .get()
            .uri(MODELS + "/" + id)
            .exchange()
            .returnResult(String.class)
            .getResponseHeaders()
            .getETag());
  }

  private WebTestClient.ResponseSpec publish(String id, String reviewed) {
    return as(tenant, "models:write")
        .post()
        .uri(MODELS + "/" + id + "/publish")
        .header("If-Match", reviewed)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"reason\": \"Reviewed\"}")
        .exchange();
  }

  private String model() {
    return body(tenant, "/api/v1/accounts/" + account + "/health").get("model").asString();
  }

  private JsonNode send(HttpMethod method, String path, @Nullable String body, int status) {
    WebTestClient.RequestBodySpec request =
        as(tenant, "models:read", "models:write").method(method).uri(MODELS + path);
    byte[] answer =
        (body == null ? request : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult()
            .getResponseBody();
    return EXACT.readTree(answer == null ? "null".getBytes(StandardCharsets.UTF_8) : answer);
  }

  private WebTestClient as(String tenant, String... scopes) {
    return client(tenant)
        .mutate()
        .defaultHeaders(
            headers -> headers.set("Authorization", "Bearer " + TestTokens.bearer(tenant, scopes)))
        .build();
  }
}
