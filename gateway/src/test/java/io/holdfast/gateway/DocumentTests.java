package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.METRICS;
import static io.holdfast.gateway.Surroundings.SCORING;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // the document is remembered
class DocumentTests {
  @Autowired WebTestClient client;

  @Test
  void makesOneDocumentOfAllParts() {
    SCORING.openApi =
        """
        {"openapi":"3.1.0","paths":{
           "/livez":{"get":{"responses":{}}},
           "/api/v1/accounts":{"get":{"tags":["account-controller"],"operationId":"list",
             "responses":{"200":{"description":"x","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
         "components":{"schemas":{"Page":{"type":"object","title":"accounts"},"Same":{"type":"string"}},
                       "securitySchemes":{"theirs":{}}}}\
        """;
    METRICS.openApi =
        """
        {"openapi":"3.1.0","paths":{
           "/api/v1/metrics/nrr":{"get":{"operationId":"list",
             "responses":{"200":{"description":"x","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
         "components":{"schemas":{"Page":{"type":"object","title":"rows"},"Same":{"type":"string"},"Problem":{"type":"object","title":"theirs"}}}}\
        """;

    client
        .get()
        .uri("/api/openapi")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_JSON)
        .expectBody()
        .jsonPath("$.servers[0].url")
        .isEqualTo("/")
        .jsonPath("$.paths['/api/v1/me'].get")
        .exists()
        .jsonPath("$.paths['/livez']")
        .doesNotExist()
        .jsonPath("$.paths['/api/v1/accounts'].get.tags[0]")
        .isEqualTo("Health scoring")
        .jsonPath(
            "$.paths['/api/v1/accounts'].get.responses['200'].content['application/json'].schema['$ref']")
        .isEqualTo("#/components/schemas/Page")
        .jsonPath(
            "$.paths['/api/v1/metrics/nrr'].get.responses['200'].content['application/json'].schema['$ref']")
        .isEqualTo("#/components/schemas/MetricsPage")
        .jsonPath("$.components.schemas.Problem.required")
        .exists()
        .jsonPath("$.components.schemas.MetricsProblem")
        .doesNotExist()
        .jsonPath("$.paths['/api/v1/metrics/nrr'].get.operationId")
        .isEqualTo("metricsList")
        .jsonPath("$.components.schemas.Page.title")
        .isEqualTo("accounts")
        .jsonPath("$.components.schemas.MetricsPage.title")
        .isEqualTo("rows")
        .jsonPath("$.components.schemas.MetricsSame")
        .doesNotExist()
        .jsonPath("$.components.securitySchemes.theirs")
        .doesNotExist()
        .jsonPath("$.components.securitySchemes.bearer")
        .exists()
        .jsonPath("$['x-unavailable'][0]")
        .isEqualTo("notification");
  }

  @Test
  void showsTheDocumentation() {
    client
        .get()
        .uri("/docs")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_HTML);
  }
}
