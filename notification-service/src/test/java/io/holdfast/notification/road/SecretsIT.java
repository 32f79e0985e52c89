package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.holdfast.notification.road.Receiver.Call;
import io.holdfast.testing.RealPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Secrets of channels are shown once and kept sealed. */
class SecretsIT extends Road {
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
}
