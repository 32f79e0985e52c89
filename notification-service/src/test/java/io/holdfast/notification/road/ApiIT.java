package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiIT extends Road {
  @Test
  void aPersonKeepsTheIdAndIsAnnouncedWithoutNameOrAddress() {
    String uri = "/api/v1/people/noor@larkfield.example";
    Map<String, Object> request =
        Map.of("name", "Noor Haddad", "roles", List.of("billing_owner"), "timeZone", "Asia/Tokyo");
    String id = json(as(tenant, "PUT", uri, request)).required("personId").asString();
    as(tenant, "PUT", uri, Map.of("name", "Noor H.", "roles", List.of("manager")));

    assertThat(get(uri).required("personId").asString()).isEqualTo(id);
    List<TestKafka.Received> told =
        TestKafka.received("holdfast.tenants", 2, message -> message.tenant().equals(tenant));
    for (TestKafka.Received message : told) {
      assertThat(message.key()).isEqualTo(tenant + "|person/" + id);
      assertThat(message.type()).isEqualTo("notification.person-changed.v1");
      Contracts.check(message.type(), message.json());
      assertThat(message.json()).doesNotContain("Noor", "larkfield");
    }
    assertThat(told.getLast().json()).contains("manager", "UTC");
  }

  @Test
  void aTokenForSomeAccountsSeesAndSendsOnlyTheirs() {
    band("acme", "Acme", "ana@larkfield.example", "healthy", "critical", "live");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items("/api/v1/deliveries").size()).isEqualTo(1));
    String delivery = first("/api/v1/deliveries").required("deliveryId").asString();
    String stranger =
        TestTokens.sign(
            TestTokens.claims(
                    tenant, "alerts:read", "plays:read", "channels:read", "channels:write")
                .claim("accounts", List.of("globex"))
                .build());

    for (String list : List.of("alerts", "play-runs", "deliveries")) {
      assertThat(json(with(stranger, "GET", "/api/v1/" + list, null)).required("items").size())
          .as(list)
          .isZero();
    }
    with(stranger, "POST", "/api/v1/deliveries/" + delivery + "/resend", null)
        .expectStatus()
        .isNotFound();
  }

  @Test
  void aRemovedChannelIsGone() {
    String id =
        channel(Map.of("type", "email", "name", "Mail", "to", List.of("cs@larkfield.example")))
            .required("channelId")
            .asString();

    as(tenant, "DELETE", "/api/v1/channels/" + id, null).expectStatus().isNoContent();
    as(tenant, "DELETE", "/api/v1/channels/" + id, null).expectStatus().isNotFound();
  }

  @Test
  void theShippedPlaysAreThereFromTheFirstLook() {
    JsonNode plays = items("/api/v1/plays");

    assertThat(plays.size()).isEqualTo(2);
    assertThat(plays.get(0).required("key").asString()).isEqualTo("escalation-handshake");
    assertThat(plays.get(0).required("trigger").get(0).required("on").asString()).isEqualTo("band");
  }

  @Test
  void alertsArePagedWithoutGapOrRepeat() {
    for (int i = 0; i < 5; i++) {
      band("acc-" + i, "Account " + i, "", "healthy", "critical", "live");
    }
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items("/api/v1/alerts").size()).isEqualTo(5));

    for (String sort : List.of("at", "-at", "account", "-account")) {
      List<String> seen = new ArrayList<>();
      String next = "";
      do {
        JsonNode page = get("/api/v1/alerts?limit=2&sort=" + sort + next);
        page.required("items").forEach(alert -> seen.add(alert.required("accountId").asString()));
        next = page.required("next").isNull() ? "" : "&cursor=" + page.required("next").asString();
      } while (!next.isEmpty());
      assertThat(seen)
          .as(sort)
          .containsExactlyInAnyOrder("acc-0", "acc-1", "acc-2", "acc-3", "acc-4");
    }
  }

  @Test
  void anAlertIsAcknowledgedAndClosedOnceWithAVerdict() {
    band("acme", "Acme", "", "healthy", "critical", "live");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items("/api/v1/alerts").size()).isEqualTo(1));
    String uri = "/api/v1/alerts/" + first("/api/v1/alerts").required("alertId").asString();

    post(uri + "/acknowledge", Map.of())
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("acknowledged");
    post(uri + "/close", Map.of("verdict", "perhaps")).expectStatus().isEqualTo(422);
    post(uri + "/close", Map.of("verdict", "too_late"))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.verdict")
        .isEqualTo("too_late");
    post(uri + "/close", Map.of("verdict", "true")).expectStatus().isEqualTo(409);
  }

  @Test
  void anotherTenantSeesNothing() throws SQLException {
    band("acme", "Acme", "", "healthy", "critical", "live");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items("/api/v1/alerts").size()).isEqualTo(1));
    String id = first("/api/v1/alerts").required("alertId").asString();
    String channel =
        channel(Map.of("type", "webhook", "name", "Hook", "url", "https://8.8.8.8/x"))
            .required("channelId")
            .asString();
    String other = tenant + "x";

    for (String list : List.of("alerts", "play-runs", "channels", "deliveries", "people")) {
      assertThat(
              json(as(other, "GET", "/api/v1/" + list, null).expectStatus().isOk())
                  .required("items")
                  .size())
          .as(list)
          .isZero();
    }
    as(other, "GET", "/api/v1/alerts/" + id, null).expectStatus().isNotFound();
    as(other, "POST", "/api/v1/alerts/" + id + "/acknowledge", null).expectStatus().isNotFound();
    as(other, "GET", "/api/v1/channels/" + channel, null).expectStatus().isNotFound();
    as(other, "DELETE", "/api/v1/channels/" + channel, null).expectStatus().isNotFound();
    for (String table :
        List.of(
            "alert",
            "play",
            "play_run",
            "play_run_entry",
            "channel",
            "delivery",
            "person",
            "account",
            "settlement")) {
      assertThat(rowsWithoutTenant(table)).as(table).isZero();
    }
  }

  @Test
  void describesItselfAsOpenApi() {
    JsonNode description = json(as(tenant, "GET", "/openapi.json", null).expectStatus().isOk());

    JsonNode list = description.required("paths").required("/api/v1/alerts").required("get");
    List<String> parameters =
        list.required("parameters").values().stream()
            .map(parameter -> parameter.required("name").asString())
            .toList();
    assertThat(parameters)
        .containsExactlyInAnyOrder("limit", "cursor", "sort", "state", "kind", "account");
    assertThat(description.required("paths").propertyNames())
        .contains("/api/v1/deliveries/{id}/resend", "/api/v1/people/{email}", "/api/v1/play-runs");
  }

  private static int rowsWithoutTenant(String table) throws SQLException {
    try (Connection connection = RealPostgres.instance().as("notification_app");
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from notification." + table)) {
      row.next();
      return row.getInt(1);
    }
  }
}
