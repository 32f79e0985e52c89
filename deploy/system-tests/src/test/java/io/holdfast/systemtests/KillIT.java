package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.systemtests.Door.Answer;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} of every part in turn while events arrive: what was acknowledged is stored once
 * and counted once, and what was sent in the middle of each outage has its effect once.
 */
class KillIT {
  private static final List<String> PARTS =
      List.of("ingestion", "scoring", "metrics", "notification", "gateway", "kafka", "postgresql");
  private static final String ACCOUNT = "killed";
  private static final int EVENTS_A_SECOND = 200;

  private final LocalPlatform platform = LocalPlatform.instance();
  private final Door door = Door.with(platform, platform.token("admin", "other"));
  private final Instant began = Instant.now();

  @Test
  void whatWasAcknowledgedIsStoredOnceAndCountedOnce() throws SQLException {
    Imports.load(door, "accounts", "account_id,name\n" + ACCOUNT + ",Killed\n");
    Set<String> acknowledged;
    try (EventStream events =
        EventStream.start(
            platform.gateway(), platform.writeKey("other"), ACCOUNT, EVENTS_A_SECOND)) {
      for (String part : PARTS) {
        events.awaitAcknowledged(EVENTS_A_SECOND);
        long pid = kill(part);
        insist(() -> declinedCardOf(newcomer(part)));
        insist(() -> file("accounts", "account_id,name\n%s,Newcomer\n".formatted(newcomer(part))));
        insist(() -> file("subscriptions", contractOf(newcomer(part))));
        awaitRevived(part, pid);
        events.awaitAcknowledged(EVENTS_A_SECOND);
      }
      acknowledged = events.stop();
    }
    assertThat(acknowledged).hasSizeGreaterThan(PARTS.size() * EVENTS_A_SECOND);
    platform.awaitQuiet();
    PARTS.forEach(part -> assertHadItsEffectOnce(newcomer(part)));
    try (Connection database = platform.database()) {
      List<String> stored =
          ids(database, "select entry_key from ingestion.archived_usage where account_id = ?");
      assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
      assertThat(new HashSet<>(stored)).isEqualTo(sentOnly(stored));
      List<String> counted =
          ids(database, "select event_id from scoring.use_of_product where account_id = ?");
      assertThat(counted).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(stored);
      assertThat(uses()).as("uses that the API counts").isEqualTo(stored.size());
      System.out.printf(
          "killed %s under %d events/s: %d acknowledged, %d stored, %d counted%n",
          PARTS, EVENTS_A_SECOND, acknowledged.size(), stored.size(), counted.size());
    }
  }

  /** Gives the process that it was. */
  private long kill(String part) {
    long pid = platform.pid(part);
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    return pid;
  }

  private void awaitRevived(String part, long before) {
    await(part + " is up again")
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> revived(part, before));
  }

  /** Sends the same again until it is accepted. */
  private static void insist(Supplier<Answer> request) {
    await()
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> request.get().status() == 202);
  }

  private static String newcomer(String part) {
    return "newcomer-" + part;
  }

  private Answer declinedCardOf(String account) {
    return door.post(
        "/api/v1/facts",
        Map.of(
            "factId",
            "declined-" + account,
            "accountId",
            account,
            "type",
            "charge_failed",
            "happenedAt",
            began.toString(),
            "value",
            "10",
            "unit",
            "USD",
            "text",
            "invoice-" + account));
  }

  private Answer file(String kind, String csv) {
    return door.postText("/api/v1/imports?kind=" + kind, "text/csv", csv, Map.of());
  }

  /** Of a year that no other test looks at, paid for one month. */
  private static String contractOf(String account) {
    return """
    subscription_id,account_id,starts_on,ends_on,amount,currency,interval
    s-%1$s,%1$s,2022-03-01,2022-04-01,10,USD,month
    """
        .formatted(account);
  }

  private void assertHadItsEffectOnce(String account) {
    List<JsonNode> alerts =
        door.get("/api/v1/alerts?account=" + account)
            .expect(200)
            .json()
            .get("items")
            .valueStream()
            .toList();
    assertThat(alerts).as("alerts of " + account).hasSize(1);
    assertThat(
            door.get("/api/v1/accounts/" + account + "/mrr-movements")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .map(
                    movement -> movement.get("kind").asString() + movement.get("amount").asString())
                .toList())
        .as("movements of " + account)
        .containsExactlyInAnyOrder("new10", "churn-10");
  }

  /** How often the event came, as the tracking plan shows what is not planned. */
  private long uses() {
    return door.get("/api/v1/tracking-plan")
        .expect(200)
        .json()
        .get("unplanned")
        .valueStream()
        .filter(seen -> seen.get("event").asString().equals(EventStream.EVENT))
        .findFirst()
        .orElseThrow()
        .get("uses")
        .asLong();
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

  /** Nothing is stored that was never sent. */
  private static Set<String> sentOnly(List<String> stored) {
    Set<String> sent = new HashSet<>(stored);
    sent.removeIf(id -> !id.startsWith(EventStream.PREFIX));
    return sent;
  }

  private static List<String> ids(Connection database, String sql) throws SQLException {
    List<String> ids = new ArrayList<>();
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
