package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  @Test
  void aSettingThatCannotBeIsToldByName() {
    set(Map.of("currency", "EURO"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("currency must be an ISO 4217 code");
  }

  private WebTestClient.ResponseSpec set(Map<String, ?> settings) {
    return client
        .http
        .post()
        .uri("/api/v1/tenants")
        .header("Authorization", "Bearer " + TestTokens.bearer(client.tenant, "platform:admin"))
        .bodyValue(settings)
        .exchange();
  }
}
