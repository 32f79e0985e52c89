package io.holdfast.systemtests.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.systemtests.Door;
import io.holdfast.systemtests.Imports;
import io.holdfast.systemtests.LocalPlatform;
import io.holdfast.systemtests.Signals;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/**
 * What tenant {@code other} had been promised when the platform ended: at every stage of the road
 * there is something, whose effect must come, once, whichever build goes on with it.
 */
final class UnfinishedWork {
  /** Handled by everybody, and what that caused not yet published. */
  static final String IN_OUTBOXES = "in-outboxes";

  /** Published, and read by nobody. */
  static final String IN_TOPICS = "in-topics";

  /** Archived, and not yet published. */
  static final String IN_ARCHIVE = "in-archive";

  private static final List<String> ALL = List.of(IN_OUTBOXES, IN_TOPICS, IN_ARCHIVE);
  private static final List<String> READERS = List.of("scoring", "metrics", "notification");
  private static final String EVENT = "Acknowledged before the end";
  private static final int EVENTS = 30;
  private static final Duration SOON = Duration.ofMinutes(2);

  private final LocalPlatform platform;
  private final Door door;

  UnfinishedWork(LocalPlatform platform, Door door) {
    this.platform = platform;
    this.door = door;
  }

  /** Leaves the platform with nothing running but the broker and the database. */
  void leave(Instant now) throws SQLException {
    StringBuilder accounts = new StringBuilder("account_id,name\n");
    ALL.forEach(name -> accounts.append("%1$s,%1$s\n".formatted(name)));
    Imports.load(door, "accounts", accounts.toString());
    platform.awaitQuiet();
    poison();
    await("the poison is set aside").atMost(SOON).until(() -> deadLetters("scoring") > 0);
    platform.awaitNothingToDo();
    try (Connection database = platform.database()) {
      READERS.forEach(service -> takeLease(database, service));
      send(IN_OUTBOXES, now);
      Imports.load(door, "usage", usage(now));
      await("every service owes something")
          .atMost(SOON)
          .until(() -> READERS.stream().allMatch(service -> backlog(service, "outbox") > 0));
      Signals.send(platform.supervisor(), "KILL");
      READERS.forEach(service -> Signals.send(platform.pid(service), "KILL"));
      send(IN_TOPICS, now);
      await("the archive is published")
          .atMost(SOON)
          .until(() -> backlog("ingestion", "outbox") == 0);
      takeLease(database, "ingestion");
      send(IN_ARCHIVE, now);
      try (Connection blocked = platform.database()) {
        blocked.setAutoCommit(false);
        execute(blocked, "lock table ingestion.archived_usage in access exclusive mode");
        use();
        Signals.send(platform.pid("ingestion"), "KILL");
      }
      for (String service : List.of("ingestion", "scoring", "metrics", "notification")) {
        execute(database, "update " + service + ".lease set expires_at = now()");
      }
    }
    Signals.send(platform.pid("gateway"), "KILL");
  }

  /** Each as the build that goes on answers. */
  void assertDoneOnce() {
    for (String account : ALL) {
      assertThat(items("/api/v1/alerts?account=" + account)).as("alerts of " + account).hasSize(1);
      assertThat(items("/api/v1/accounts/" + account + "/mrr-movements"))
          .as("movements of " + account)
          .extracting(item -> item.get("kind").asString() + item.get("amount").asString())
          .containsExactly("new10");
      assertThat(door.get("/api/v1/accounts/" + account).expect(200).json().get("mrr").asString())
          .as("MRR of %s as scoring has heard", account)
          .isEqualTo("10");
    }
    assertThat(
            door.get("/api/v1/tracking-plan")
                .expect(200)
                .json()
                .get("unplanned")
                .valueStream()
                .filter(seen -> seen.get("event").asString().equals(EVENT))
                .map(seen -> seen.get("uses").asInt())
                .toList())
        .as("uses that were acknowledged and not yet read")
        .containsExactly(EVENTS);
    assertThat(deadLetters("scoring")).as("what was given up stays to be seen").isEqualTo(1);
  }

  private void send(String account, Instant now) {
    String contract =
        "subscription_id,account_id,starts_on,ends_on,amount,currency,interval\n"
            + "s-%1$s,%1$s,%2$s,,10,USD,month\n"
                .formatted(account, YearMonth.from(now.atOffset(ZoneOffset.UTC)).atDay(1));
    Imports.load(door, "subscriptions", contract);
    door.post(
            "/api/v1/facts",
            Map.of(
                "factId",
                "declined-" + account,
                "accountId",
                account,
                "type",
                "charge_failed",
                "happenedAt",
                now.toString(),
                "value",
                "10",
                "unit",
                "USD",
                "text",
                "i"))
        .expectDone();
  }

  /** Enough to be scored by. */
  private static String usage(Instant now) {
    StringBuilder csv = new StringBuilder("event_id,account_id,event,occurred_at,user_id,count\n");
    for (int day = 1; day <= 60; day++) {
      for (int person = 0; person < 5; person++) {
        csv.append(
            "u-%1$d-%2$d,%3$s,Report run,%4$s,user-%2$d,1\n"
                .formatted(day, person, IN_OUTBOXES, now.minus(Duration.ofDays(day))));
      }
    }
    return csv.toString();
  }

  private void use() {
    List<Map<String, Object>> events =
        java.util.stream.IntStream.range(0, EVENTS)
            .<Map<String, Object>>mapToObj(
                i ->
                    Map.of(
                        "type",
                        "track",
                        "event",
                        EVENT,
                        "userId",
                        "user-" + i,
                        "messageId",
                        "unread-" + i,
                        "context",
                        Map.of("groupId", IN_ARCHIVE)))
            .toList();
    Door.closed(platform)
        .post("/v1/batch", Map.of("writeKey", platform.writeKey("other"), "batch", events))
        .expectDone();
  }

  /** A body that cannot be read, from a producer that has gone wrong. */
  private void poison() {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", platform.kafka()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>("holdfast.facts", "other|" + IN_TOPICS, text("{ not JSON"));
      Map.of(
              "ce_specversion", "1.0",
              "ce_id", "0198b5a2-0000-7000-8000-000000000001",
              "ce_source", "/ingestion",
              "ce_type", "ingestion.account-recorded.v1",
              "ce_time", "2026-11-22T00:00:00Z",
              "ce_subject", IN_TOPICS,
              "ce_tenant", "other",
              "content-type", "application/json")
          .forEach((name, value) -> record.headers().add(name, text(value)));
      producer.send(record);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Given to somebody who does nothing with it: the relay publishes no more. */
  private static void takeLease(Connection database, String service) {
    try {
      execute(
          database,
          "update %s.lease set holder = gen_random_uuid(), epoch = epoch + 1,".formatted(service)
              + " expires_at = now() + interval '1 hour'");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private long deadLetters(String service) {
    return backlog(service, "deadLetters");
  }

  private long backlog(String service, String kind) {
    return platform.status().at("/backlog/" + service + "/" + kind).asLong(0);
  }

  private List<JsonNode> items(String path) {
    return door.get(path).expect(200).json().get("items").valueStream().toList();
  }
}
