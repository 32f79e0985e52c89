package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the published description of the routes has to hold. */
@RealIngestion
class DescriptionIT {
  private static final List<String> LISTS =
      List.of(
          "/api/v1/sources",
          "/api/v1/imports",
          "/api/v1/quarantine",
          "/api/v1/accounts/{accountId}/contacts");

  @LocalServerPort int port;

  @Test
  void everyOperationSaysWhatItDoesAndWhatItAnswers() {
    JsonNode paths = document().path("paths");
    assertThat(paths.propertyNames())
        .contains("/v1/{call}", "/webhooks/stripe/{sourceId}", "/webhooks/json/{sourceId}");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String where = operation.getKey() + " " + path.getKey();
        assertThat(operation.getValue().path("summary").asString("")).as(where).isNotBlank();
        assertThat(operation.getValue().path("responses").propertyNames())
            .as(where)
            .anyMatch(status -> status.startsWith("2"))
            .anyMatch(status -> status.startsWith("4"));
      }
    }
  }

  @Test
  void everyListTakesLimitCursorAndSort() {
    JsonNode paths = document().path("paths");
    for (String list : LISTS) {
      assertThat(paths.path(list).path("get").path("parameters").values())
          .as(list)
          .extracting(parameter -> parameter.path("name").asString())
          .contains("limit", "cursor", "sort");
    }
  }

  @Test
  void whatIsPostedMayBearAKeyAndWhatIsEditedATag() {
    JsonNode paths = document().path("paths");
    for (String route :
        List.of("/api/v1/sources", "/api/v1/facts", "/api/v1/imports", "/api/v1/tenants")) {
      JsonNode post = paths.path(route).path("post");
      assertThat(headers(post)).as(route).contains("Idempotency-Key");
      assertThat(post.path("responses").propertyNames()).as(route).contains("409", "422");
    }
    JsonNode plan = paths.path("/api/v1/tracking-plan");
    assertThat(headers(plan.path("get"))).containsExactly("If-None-Match");
    assertThat(plan.path("get").path("responses").propertyNames()).contains("304");
    assertThat(plan.at("/get/responses/200/headers").propertyNames()).containsExactly("ETag");
    assertThat(headers(plan.path("put"))).containsExactly("If-Match", "If-None-Match");
    assertThat(plan.path("put").path("responses").propertyNames()).contains("412");
    assertThat(headers(paths.path("/api/v1/sources/{sourceId}").path("delete")))
        .containsExactly("If-Match");
  }

  private static List<String> headers(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asString().equals("header"))
        .map(parameter -> parameter.path("name").asString())
        .toList();
  }

  @Test
  void bodiesHaveAShape() {
    JsonNode document = document();
    for (String route : List.of("/v1/{call}", "/webhooks/json/{sourceId}", "/api/v1/facts")) {
      assertThat(
              document
                  .path("paths")
                  .path(route)
                  .path("post")
                  .path("requestBody")
                  .path("content")
                  .path("application/json")
                  .path("schema")
                  .size())
          .as(route)
          .isPositive();
    }
    assertThat(document.path("components").path("schemas").path("Fact").path("properties").size())
        .isEqualTo(9);
  }

  private JsonNode document() {
    return Client.read(new Client(port).get("/openapi.json").expectStatus().isOk());
  }
}
