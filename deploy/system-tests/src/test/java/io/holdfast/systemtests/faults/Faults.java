package io.holdfast.systemtests.faults;

import static org.awaitility.Awaitility.await;

import io.holdfast.systemtests.LocalPlatform;
import io.holdfast.systemtests.Signals;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** What can go wrong, done to the real parts. Each returns when the cause is gone. */
final class Faults {
  private static final List<String> SERVICES =
      List.of("ingestion", "scoring", "metrics", "notification", "gateway");

  /** Longer than the relay's lease. */
  private static final Duration PAST_THE_LEASE = Duration.ofSeconds(13);

  private static final Duration PAST_THE_POLL = Duration.ofSeconds(25);
  private static final Map<String, String> READ_BY_TYPE =
      Map.of(
          "holdfast.usage", "ingestion.usage-recorded.v1",
          "holdfast.facts", "ingestion.account-recorded.v1",
          "holdfast.health", "scoring.band-changed.v1",
          "holdfast.revenue", "metrics.account-mrr-changed.v1");

  private final FaultPlatform faulty;
  private final LocalPlatform platform;
  private final String tenant;
  private final List<Poison.Place> poisoned = new ArrayList<>();

  Faults(FaultPlatform faulty, String tenant) {
    this.faulty = faulty;
    this.platform = faulty.platform();
    this.tenant = tenant;
  }

  @FunctionalInterface
  interface Cause {
    void strike() throws SQLException;
  }

  /** A fault with the part it hits. */
  record Fault(String kind, String victim, Cause cause) {}

  /** One of each kind; which instance is hit is drawn, and whether the other dies with it. */
  List<Fault> ofEveryKind(Random random) {
    List<Fault> faults = new ArrayList<>();
    for (String service : SERVICES) {
      faults.add(
          random.nextInt(3) == 0
              ? new Fault("kill -9 of all", service, () -> killAll(service))
              : killing(instance(service, random)));
    }
    for (String part : List.of("kafka", "postgresql")) {
      faults.add(killing(part));
    }
    for (String service : List.of("ingestion", "scoring")) {
      String victim = instance(service, random);
      faults.add(new Fault("stopped past the lease", victim, () -> pause(victim, PAST_THE_LEASE)));
    }
    faults.add(new Fault("away for a while", "kafka", () -> pause("kafka", Duration.ofSeconds(8))));
    faults.add(new Fault("connections reset during commit", "postgresql", this::cutCommits));
    faults.add(new Fault("slow past max.poll.interval", "scoring", this::slowConsumer));
    faults.add(new Fault("poison, bad headers, oversized records", "topics", this::poison));
    faulty
        .brokersDisk()
        .ifPresent(disk -> faults.add(new Fault("disk full", "kafka", () -> full(disk))));
    faulty
        .databasesDisk()
        .ifPresent(disk -> faults.add(new Fault("disk full", "postgresql", () -> full(disk))));
    return faults;
  }

  /** Where records lie that can only end as dead letters. */
  List<Poison.Place> poisoned() {
    return List.copyOf(poisoned);
  }

  /** The archive grows on the small disk from now on. */
  void moveArchiveToTheSmallDisk() throws SQLException {
    if (faulty.databasesDisk().isEmpty()) {
      return;
    }
    String place = faulty.databasesDisk().orElseThrow().place().toString();
    try (Connection database = platform.database();
        var statement = database.createStatement()) {
      statement.execute("create tablespace small location '" + place + "/'");
      statement.execute("alter table ingestion.archived_usage set tablespace small");
    }
  }

  private static String instance(String service, Random random) {
    return instance(service, 1 + random.nextInt(FaultPlatform.INSTANCES));
  }

  private static String instance(String service, int number) {
    return number == 1 ? service : service + "-" + number;
  }

  private Fault killing(String part) {
    return new Fault("kill -9", part, () -> kill(part));
  }

  private void killAll(String service) {
    for (int number = 1; number <= FaultPlatform.INSTANCES; number++) {
      kill(instance(service, number));
    }
  }

  private void kill(String part) {
    Signals.send(platform.pid(part), "KILL");
  }

  private void pause(String part, Duration length) {
    long pid = platform.pid(part);
    Signals.send(pid, "STOP");
    Doors.sleep(length);
    Signals.send(pid, "CONT");
  }

  private void cutCommits() {
    faulty.cutter().arm(true);
    Doors.sleep(Duration.ofSeconds(4));
    faulty.cutter().arm(false);
  }

  /** Its transactions wait for a lock that is not given back in time. */
  private void slowConsumer() throws SQLException {
    try (Connection database = databaseWhenUp();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("lock table scoring.use_of_product in share mode");
      Doors.sleep(PAST_THE_POLL);
      database.rollback();
    }
  }

  /** What struck before may have been the database. */
  private Connection databaseWhenUp() {
    return await("the database is up")
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(platform::database, Objects::nonNull);
  }

  private void poison() {
    poisoned.addAll(new Poison(platform.kafka()).spread(READ_BY_TYPE, tenant));
  }

  private static void full(SmallDisk disk) {
    disk.fill();
    Doors.sleep(Duration.ofSeconds(6));
    disk.empty();
  }
}
