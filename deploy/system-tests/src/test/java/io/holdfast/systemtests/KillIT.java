package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} of every part in turn while events arrive: what was acknowledged is stored once
 * and counted once.
 */
class KillIT {
  private static final List<String> PARTS =
      List.of("ingestion", "scoring", "metrics", "notification", "gateway", "kafka", "postgresql");
  private static final String ACCOUNT = "killed";
  private static final int EVENTS_A_SECOND = 200;

  private final LocalPlatform platform = LocalPlatform.instance();
  private final Door door = Door.with(platform, platform.token("admin", "other"));

  @Test
  void whatWasAcknowledgedIsStoredOnceAndCountedOnce() throws SQLException {
    Imports.load(door, "accounts", "account_id,name\n" + ACCOUNT + ",Killed\n");
    Set<String> acknowledged;
    try (EventStream events =
        EventStream.start(
            platform.gateway(), platform.writeKey("other"), ACCOUNT, EVENTS_A_SECOND)) {
      for (String part : PARTS) {
        events.awaitAcknowledged(EVENTS_A_SECOND);
        kill(part);
        events.awaitAcknowledged(EVENTS_A_SECOND);
      }
      acknowledged = events.stop();
    }
    assertThat(acknowledged).hasSizeGreaterThan(PARTS.size() * EVENTS_A_SECOND);
    awaitQuiet();
    try (Connection database = platform.database()) {
      List<String> stored =
          ids(database, "select entry_key from ingestion.archived_usage where account_id = ?");
      assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
      assertThat(new HashSet<>(stored)).isEqualTo(sentOnly(stored));
      List<String> counted =
          ids(database, "select event_id from scoring.use_of_product where account_id = ?");
      assertThat(counted).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(stored);
      System.out.printf(
          "killed %s under %d events/s: %d acknowledged, %d stored, %d counted%n",
          PARTS, EVENTS_A_SECOND, acknowledged.size(), stored.size(), counted.size());
    }
  }

  private void kill(String part) {
    long pid = platform.part(part).get("pid").asLong();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    await(part + " is up again")
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> revived(part, pid));
  }

  private boolean revived(String part, long before) {
    JsonNode status = platform.status();
    return status.get("up").asBoolean()
        && status
            .get("parts")
            .valueStream()
            .filter(one -> one.get("name").asString().equals(part))
            .allMatch(one -> one.get("pid").asLong() != before);
  }

  private void awaitQuiet() {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> isQuiet(platform.status()) && isQuiet(platform.status()));
  }

  private static boolean isQuiet(JsonNode status) {
    return status.get("up").asBoolean()
        && status.get("lag").valueStream().allMatch(lag -> lag.asLong() == 0)
        && status
            .get("backlog")
            .valueStream()
            .allMatch(backlog -> backlog.get("outbox").asLong() == 0);
  }

  /** Nothing is stored that was never sent. */
  private static Set<String> sentOnly(List<String> stored) {
    Set<String> sent = new HashSet<>(stored);
    sent.removeIf(id -> !id.startsWith(EventStream.PREFIX));
    return sent;
  }

  private static List<String> ids(Connection database, String sql) throws SQLException {
    List<String> ids = new java.util.ArrayList<>();
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, ACCOUNT);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String id = row.getString(1);
          ids.add(id.substring(id.indexOf(':') + 1)); // the source stands before the message id
        }
      }
    }
    return ids;
  }
}
