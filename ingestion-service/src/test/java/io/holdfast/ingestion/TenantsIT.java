package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@RealIngestion
class TenantsIT {
  @LocalServerPort int port;

  private Client client;

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void settingsThatAreLeftOutStay() {
    set(Map.of("timeZone", "Europe/Vienna", "holidays", new String[] {"2026-12-25"}))
        .expectStatus()
        .isCreated();

    JsonNode settings = Client.read(set(Map.of("name", "Larkfield")).expectStatus().isCreated());

    assertThat(settings.path("name").asString()).isEqualTo("Larkfield");
    assertThat(settings.path("timeZone").asString()).isEqualTo("Europe/Vienna");
    assertThat(settings.path("holidays").toString()).contains("2026-12-25");
  }

  @Test
  void anotherTenantIsNotTheCallersToSet() {
    set(Map.of("tenantId", "somebody-else", "name", "Mine now"))
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("unknown_tenant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"currency\": \"EURO\"}",
        "{\"name\": \"two\\nlines\"}",
        "{\"name\": \"\"}",
        "{\"timeZone\": \"Mars/Olympus\"}",
        "{\"weekStart\": \"someday\"}",
        "{\"fiscalYearStart\": 13}",
        "{\"retentionDays\": 29}",
        "{\"retentionDays\": 36501}",
        "{\"holidays\": [null]}",
      })
  void aSettingThatCannotBeIsToldByName(String settings) {
    JsonNode problem = Client.read(set(settings).expectStatus().isEqualTo(422));

    assertThat(problem.path("detail").asString())
        .startsWith(Client.JSON.readTree(settings).propertyNames().iterator().next());
    assertThat(current().path("currency").asString()).isEqualTo("USD");
  }

  @Test
  void theSettingsAreThoseOfTheCaller() {
    set(Map.of("name", "Larkfield", "fiscalYearStart", 4)).expectStatus().isCreated();

    assertThat(current().path("tenantId").asString()).isEqualTo(client.tenant);
    assertThat(current().path("fiscalYearStart").asInt()).isEqualTo(4);
  }

  private JsonNode current() {
    return Client.read(client.get("/api/v1/tenants/current").expectStatus().isOk());
  }

  private WebTestClient.ResponseSpec set(Object settings) {
    return client
        .http
        .post()
        .uri("/api/v1/tenants")
        .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, "platform:admin"))
        .header("Content-Type", "application/json")
        .bodyValue(settings)
        .exchange();
  }
}
