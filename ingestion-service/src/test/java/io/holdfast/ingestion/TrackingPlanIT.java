package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealIngestion
class TrackingPlanIT {
  @LocalServerPort int port;
  private Client client;

  @BeforeEach
  void tenant() {
    client = new Client(port);
  }

  @Test
  void theTrackingPlanIsAnnouncedAndShowsWhatNobodyPlanned() {
    client.account("acme");
    client.load(
        "kind=usage",
        "event_id,account_id,event,occurred_at,count\ne1,acme,Surprise,2025-01-01,25\n");
    JsonNode plan =
        Client.read(
            client
                .http
                .put()
                .uri("/api/v1/tracking-plan")
                .header(
                    "Authorization", "Bearer " + TestTokens.bearer(client.tenant, "sources:write"))
                .bodyValue(Map.of("events", List.of(Map.of("event", "Login", "coreFeature", true))))
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(plan.path("unplanned").path(0).path("event").asString()).isEqualTo("Surprise");
    assertThat(plan.path("unplanned").path(0).path("uses").asInt()).isEqualTo(25);
    assertThat(
            client
                .published("holdfast.tenants", "tracking-plan-changed")
                .path("events")
                .path(0)
                .path("coreFeature")
                .asBoolean())
        .isTrue();
  }
}
