package io.holdfast.notification.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.holdfast.notification.road.Receiver.Call;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApiIT extends Road {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost:9999/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest",
        "https://user:pw@example.com/",
        "ftp://example.com/",
      })
  void aChannelToAnAddressThatIsNotPublicIsRefused(String url) {
    post("/api/v1/channels", Map.of("type", "webhook", "name", "x", "url", url))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("address_not_allowed")
        .jsonPath("$.field")
        .isEqualTo("url");
  }

  @ParameterizedTest
  @CsvSource({
    "'', n, https://8.8.8.8/, type",
    "pager, n, https://8.8.8.8/, type",
    "slack, '', https://8.8.8.8/, name",
    "slack, n, '', url",
    "email, n, https://8.8.8.8/, url",
  })
  void whatIsWrongWithAChannelIsNamedByField(String type, String name, String url, String field) {
    Map<String, String> request = new HashMap<>(Map.of("type", type, "name", name));
    if (!url.isEmpty()) {
      request.put("url", url);
    }
    post("/api/v1/channels", request)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.field")
        .isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"email\",\"name\":\"n\",\"to\":[null]}",
        "{\"type\":\"email\",\"name\":\"n\",\"events\":[null]}",
        "{\"type\":\"email\",\"name\":\"a\\u0000b\"}",
        "{\"type\":\"slack\",\"name\":\"n\",\"url\":\"https://8.8.8.8/\\u0000\"}",
      })
  void aChannelThatCannotBeKeptIsRefused(String request) {
    raw("POST", "/api/v1/channels", request).expectStatus().isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"n\",\"roles\":[null]}",
        "{\"name\":\"a\\u0000b\"}",
        "{\"name\":\"n\",\"timeZone\":\"Mars\"}",
        "{}",
      })
  void aPersonThatCannotBeKeptIsRefused(String request) {
    raw("PUT", "/api/v1/people/bo@larkfield.example", request).expectStatus().isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "alerts, -at",
    "alerts, account",
    "plays, name",
    "plays, key",
    "play-runs, -at",
    "play-runs, account",
    "channels, name",
    "channels, at",
    "deliveries, -at",
    "people, name",
    "people, email",
  })
  void aCursorNobodyGaveOutIsRefused(String list, String sort) {
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((sort + "\u0001x\u0000\u0001y\u0000").getBytes(UTF_8));

    as(tenant, "GET", "/api/v1/" + list + "?sort=" + sort + "&cursor=" + forged, null)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid_cursor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alerts?account=%00",
        "alerts?state=new",
        "alerts?limit=201",
        "alerts?sort=colour",
        "play-runs?play=%00",
        "play-runs?alert=1",
        "deliveries?channel=x",
      })
  void aFilterThatMakesNoSenseIsRefused(String query) {
    as(tenant, "GET", "/api/v1/" + query, null).expectStatus().isBadRequest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts", "plays", "play-runs", "channels", "deliveries", "people"})
  void aListNeedsATokenWithItsScope(String list) {
    with(null, "GET", "/api/v1/" + list, null).expectStatus().isUnauthorized();
    with(TestTokens.bearer(tenant, "health:read"), "GET", "/api/v1/" + list, null)
        .expectStatus()
        .isForbidden();
  }

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
  void aWebhooksSecretIsShownOnce() {
    JsonNode added = channel(Map.of("type", "webhook", "name", "Hook", "url", "https://8.8.8.8/x"));

    assertThat(added.required("secret").asString()).startsWith("whsec_");
    JsonNode again = get("/api/v1/channels/" + added.required("channelId").asString());
    assertThat(again.has("secret")).isFalse();
    assertThat(first("/api/v1/channels").has("secret")).isFalse();
  }

  @Test
  void whatLetsItsHolderPostIsSealedInTheDatabaseAndOldRowsAreToo() throws SQLException {
    String secret =
        channel(Map.of("type", "webhook", "name", "Hook", "url", "https://8.8.8.8/x"))
            .required("secret")
            .asString();
    channel(Map.of("type", "slack", "name", "CS", "url", "https://8.8.8.8/T0/B0/topsecret"));
    assertThat(kept())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).doesNotContain("topsecret", secret));

    UUID old = UUID.randomUUID();
    asOwner(
        "insert into notification.channel (tenant_id, channel_id, type, name, url, recipients,"
            + " events, secret, created_at) values ('%s', '%s', 'webhook', 'Old', '%s', '{}',"
            + " '{alert.opened}', '%s', now())",
        tenant, old, RECEIVER.url("/old-" + tenant), secret);
    asOwner(
        "insert into notification.timer (tenant_id, kind, timer_key, due_at, payload)"
            + " values ('%s', 'seal-secrets', 'all', '2000-01-01', '')",
        tenant);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(kept())
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row).contains("sealed:")));
    post("/api/v1/channels/" + old + "/test", Map.of()).expectStatus().isAccepted();
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(RECEIVER.calls("/old-" + tenant)).hasSize(1));
    Call call = RECEIVER.calls("/old-" + tenant).getFirst();
    assertThatCode(() -> new Webhook(secret).verify(call.body(), call.headers()))
        .doesNotThrowAnyException();
  }

  private List<String> kept() throws SQLException {
    try (Connection connection = RealPostgres.instance().as("notification_owner");
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select concat(url, ' ', secret) from notification.channel where tenant_id = '%s'"
                    .formatted(tenant))) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }

  private static void asOwner(String sql, Object... values) throws SQLException {
    try (Connection connection = RealPostgres.instance().as("notification_owner");
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql.formatted(values));
    }
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
