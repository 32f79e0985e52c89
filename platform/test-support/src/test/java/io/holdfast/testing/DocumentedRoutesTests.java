package io.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentedRoutesTests {
  private final RequestMappingHandlerMapping routes = new RequestMappingHandlerMapping();
  private final JsonNode document =
      JsonMapper.shared()
          .readTree(
              """
              {"paths": {"/api/things/{thingId}": {"get": {}}, "/api/things": {"get": {}, "post": {}}}}
              """);

  static class Things {
    String answer() {
      return "";
    }
  }

  @Test
  void whatIsDescribedIsNotMissing() throws NoSuchMethodException {
    route("/api/things/{id}", RequestMethod.GET);
    route("/api/things", RequestMethod.GET, RequestMethod.POST);
    route("/api/things/", RequestMethod.GET);

    assertThat(DocumentedRoutes.missing(routes, document)).isEmpty();
  }

  @Test
  void aRouteThatIsNotDescribedIsMissing() throws NoSuchMethodException {
    route("/api/things/{id}", RequestMethod.DELETE);
    route("/api/hidden", RequestMethod.GET);

    assertThat(DocumentedRoutes.missing(routes, document))
        .containsExactlyInAnyOrder("DELETE /api/things/{}", "GET /api/hidden");
  }

  @Test
  void aRouteForEveryMethodMustBeDescribedForEach() throws NoSuchMethodException {
    route("/api/things");

    assertThat(DocumentedRoutes.missing(routes, document))
        .contains("PUT /api/things")
        .doesNotContain("GET /api/things");
  }

  @Test
  void anEditWithoutTermsOrWithoutTheirRefusalIsFound() {
    JsonNode edits =
        JsonMapper.shared()
            .readTree(
                """
                {"paths": {"/api/things/{thingId}": {
                  "get": {},
                  "put": {"parameters": [{"name": "If-Match", "in": "header"}], "responses": {"412": {}}},
                  "patch": {"parameters": [{"name": "If-Match", "in": "header"}], "responses": {}},
                  "delete": {"responses": {"412": {}}}}}}
                """);

    assertThat(DocumentedRoutes.withoutTerms(edits))
        .containsExactlyInAnyOrder("PATCH /api/things/{}", "DELETE /api/things/{}");
  }

  private void route(String path, RequestMethod... methods) throws NoSuchMethodException {
    routes.registerMapping(
        RequestMappingInfo.paths(path).methods(methods).build(),
        new Things(),
        Things.class.getDeclaredMethod("answer"));
  }
}
