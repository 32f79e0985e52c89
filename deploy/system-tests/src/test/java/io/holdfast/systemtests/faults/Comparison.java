package io.holdfast.systemtests.faults;

import io.holdfast.systemtests.Door;
import io.holdfast.systemtests.LocalPlatform;
import io.holdfast.systemtests.WebhookReceiver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The outside ledger held against what is stored, counted, published and delivered. */
final class Comparison {
  private final LocalPlatform platform;
  private final Door door;
  private final OutsideLedger ledger;
  private final FaultReport report;

  Comparison(LocalPlatform platform, Door door, OutsideLedger ledger, FaultReport report) {
    this.platform = platform;
    this.door = door;
    this.ledger = ledger;
    this.report = report;
  }

  void ofUsage(String account, boolean inOrder) throws SQLException {
    String prefix = UsageClient.prefix(account);
    List<String> acknowledged = ledger.ids(prefix);
    List<String> stored =
        rows(
            "select entry_key from ingestion.archived_usage where account_id = ?"
                + " and event = '"
                + UsageClient.EVENT
                + "'",
            account,
            prefix);
    List<String> counted =
        rows(
            "select event_id from scoring.use_of_product where account_id = ?"
                + " and event = '"
                + UsageClient.EVENT
                + "'",
            account,
            prefix);
    report.count("events acknowledged of " + account, acknowledged.size());
    report.count("events stored of " + account, stored.size());
    report.holds(
        "acknowledged events of " + account + " are stored", without(acknowledged, stored));
    report.holds("none of " + account + " is stored twice", twice(stored));
    report.holds("stored events of " + account + " are counted", without(stored, counted));
    report.holds("none of " + account + " is counted that is not stored", without(counted, stored));
    report.holds("none of " + account + " is counted twice", twice(counted));
    long people =
        stored.stream().map(id -> UsageClient.person(UsageClient.number(id))).distinct().count();
    long told = weeklyActiveUsers(account);
    report.holds(
        "weekly active users of " + account + " are the people who came",
        people == told ? List.of() : List.of(people + " came, " + told + " are told"));
    TopicOrder published =
        TopicOrder.read(
            platform.kafka(),
            "holdfast.usage",
            "eventId",
            prefix,
            id -> UsageClient.person(UsageClient.number(id)));
    report.holds(
        "stored events of " + account + " are published", without(stored, published.ids()));
    report.count("events of " + account + " published again after a fault", published.repeated());
    if (inOrder) {
      report.holds("events of each person of " + account + " are in order", published.outOfOrder());
    }
  }

  void ofFacts() throws SQLException {
    List<String> acknowledged = ledger.ids(FactClient.MILESTONE);
    List<String> stored =
        rows(
            "select entry_key from ingestion.archived_fact where account_id = ?",
            FactClient.ORDERED,
            FactClient.MILESTONE);
    TopicOrder published =
        TopicOrder.read(
            platform.kafka(), "holdfast.facts", "factId", FactClient.MILESTONE, _ -> "one");
    report.count("facts acknowledged", acknowledged.size());
    report.holds("acknowledged facts are stored", without(acknowledged, stored));
    report.holds("no fact is stored twice", twice(stored));
    report.holds("stored facts are published", without(stored, published.ids()));
    report.holds("facts of one account are in order", published.outOfOrder());
  }

  void ofUses() {
    long stored = 0;
    for (String account : FaultsIT.USERS) {
      stored += ledger.ids(UsageClient.prefix(account)).size();
    }
    long told =
        door.get("/api/v1/tracking-plan")
            .expect(200)
            .json()
            .get("unplanned")
            .valueStream()
            .filter(seen -> seen.get("event").asString().equals(UsageClient.EVENT))
            .mapToLong(seen -> seen.get("uses").asLong())
            .sum();
    report.count("uses that the API tells", told);
    report.holds(
        "the API counts no fewer uses than were acknowledged",
        told >= stored ? List.of() : List.of(told + " of " + stored));
  }

  void ofDeliveries(WebhookReceiver receiver) {
    List<String> declined =
        ledger.ids(FactClient.DECLINED).stream()
            .map(id -> id.substring(FactClient.DECLINED.length()))
            .toList();
    List<String> notOne = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> underSeveralIds = new ArrayList<>();
    int deliveries = 0;
    for (String payer : declined) {
      List<JsonNode> alerts =
          door.get("/api/v1/alerts?account=" + payer)
              .expect(200)
              .json()
              .get("items")
              .valueStream()
              .toList();
      if (alerts.size() != 1) {
        notOne.add(payer + " has " + alerts.size());
      }
      List<WebhookReceiver.Delivery> delivered = receiver.deliveriesAbout(payer);
      deliveries += delivered.size();
      if (delivered.isEmpty()) {
        missing.add(payer);
      }
      if (delivered.stream().map(one -> one.headers().get("webhook-id")).distinct().count() > 1) {
        underSeveralIds.add(payer);
      }
    }
    report.count("declined cards acknowledged", declined.size());
    report.count("webhooks received about them", deliveries);
    report.holds("each declined card has one alert", notOne);
    report.holds("each alert was delivered", missing);
    report.holds("a delivery repeated keeps its id", underSeveralIds);
  }

  /** Every poisoned record is set aside to be seen, and nothing but those. */
  void ofDeadLetters(List<Poison.Place> poisoned) throws SQLException {
    Set<Poison.Place> dead = new HashSet<>();
    int letters = 0;
    for (String service : List.of("ingestion", "scoring", "metrics", "notification")) {
      try (Connection database = platform.database();
          var statement = database.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select topic, record_partition, record_offset from "
                      + service
                      + ".dead_letter")) {
        while (row.next()) {
          letters++;
          dead.add(new Poison.Place(row.getString(1), row.getInt(2), row.getLong(3)));
        }
      }
    }
    report.count("poisoned records", poisoned.size());
    report.count("dead letters, one for each reader of such a record", letters);
    report.holds("poisoned records are dead letters", without(poisoned, dead));
    report.holds("nothing else is a dead letter", without(dead, poisoned));
  }

  private long weeklyActiveUsers(String account) {
    return door.get("/api/v1/accounts/" + account + "/health")
        .expect(200)
        .json()
        .get("axes")
        .valueStream()
        .flatMap(axis -> axis.get("signals").valueStream())
        .filter(signal -> signal.get("key").asString().equals("weekly_active_users"))
        .mapToLong(signal -> signal.get("value").asLong())
        .sum();
  }

  /** Ids as the client knows them: the source stands before them. */
  private List<String> rows(String sql, String account, String prefix) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection database = platform.database();
        PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, account);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String id = row.getString(1);
          int begin = id.indexOf(prefix);
          if (begin >= 0) {
            ids.add(id.substring(begin));
          }
        }
      }
    }
    return ids;
  }

  private static <T> List<T> without(Iterable<T> all, Iterable<T> others) {
    Set<T> known = new HashSet<>();
    others.forEach(known::add);
    List<T> rest = new ArrayList<>();
    all.forEach(
        one -> {
          if (!known.contains(one)) {
            rest.add(one);
          }
        });
    return rest;
  }

  private static List<String> twice(List<String> ids) {
    return ids.stream()
        .collect(Collectors.groupingBy(id -> id, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(id -> id.getValue() > 1)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
