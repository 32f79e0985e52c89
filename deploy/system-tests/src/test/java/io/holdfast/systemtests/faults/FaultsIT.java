package io.holdfast.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.systemtests.Door;
import io.holdfast.systemtests.Imports;
import io.holdfast.systemtests.LocalPlatform;
import io.holdfast.systemtests.WebhookReceiver;
import io.holdfast.systemtests.faults.Faults.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Nothing acknowledged is missing, nothing is counted twice, the order of each key holds: whatever
 * happens to the parts, of each of which there are two. It strikes once with every kind of fault;
 * with {@code -Dholdfast.faults=PT1H} it goes on for an hour, {@code -Dholdfast.faults.seed} draws
 * another schedule.
 */
class FaultsIT {
  static final List<String> USERS = List.of("careful-1", "careful-2", "careless");
  private static final String TENANT = "other";
  private static final Duration LENGTH =
      Duration.parse(System.getProperty("holdfast.faults", "PT0S"));
  private static final long SEED = Long.getLong("holdfast.faults.seed", 20_261_122L);
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(6);

  private final Random random = new Random(SEED);
  private final FaultReport report = new FaultReport(SEED);

  @Test
  void whateverHappensToThePartsThePromisesHold() throws IOException, SQLException {
    try (FaultPlatform faulty = new FaultPlatform(LENGTH);
        WebhookReceiver receiver = new WebhookReceiver(faulty.platform().receiverPort());
        OutsideLedger ledger = new OutsideLedger(Path.of("target/outside-ledger.txt"));
        Doors doors = new Doors(faulty.platform().gateways(), ledger)) {
      LocalPlatform platform = faulty.platform();
      Faults faults = new Faults(faulty, TENANT);
      List<String> payers =
          IntStream.range(0, 200).mapToObj(n -> "payer-%03d".formatted(n)).toList();
      settle(platform, payers, receiver);
      faults.moveArchiveToTheSmallDisk();

      Credentials credentials = new Credentials(platform, TENANT);
      String writeKey = platform.writeKey(TENANT);
      List<UsageClient> users =
          USERS.stream()
              .map(name -> new UsageClient(doors, name, !name.equals("careless"), writeKey, SEED))
              .toList();
      Duration betweenDeclines = Duration.ofSeconds(Math.max(6, LENGTH.toSeconds() / 200));
      FactClient facts = new FactClient(doors, payers, credentials::headers, betweenDeclines, SEED);
      List<Thread> clients = new ArrayList<>();
      users.forEach(user -> clients.add(Thread.ofPlatform().daemon().start(user)));
      clients.add(Thread.ofPlatform().daemon().start(facts));

      strike(faults, platform);

      users.forEach(UsageClient::stop);
      facts.stop();
      clients.forEach(FaultsIT::join);
      platform.awaitNothingToDo(LONGEST_RECOVERY.plus(LENGTH.dividedBy(4)));

      Door door = Door.with(platform, platform.token("admin", TENANT));
      Comparison comparison = new Comparison(platform, door, ledger, report);
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> ledger.ids(FactClient.DECLINED).stream().allMatch(id -> heard(receiver, id)));
      for (String user : USERS) {
        comparison.ofUsage(user, !user.equals("careless"));
      }
      comparison.ofUses();
      comparison.ofFacts();
      comparison.ofDeliveries(receiver);
      comparison.ofDeadLetters(faults.poisoned());
      report.count("commits cut off", faulty.cutter().commitsCut());
      report.count("requests sent again", ledger.requestsSentAgain());
      report.count(
          "batches sent again though acknowledged",
          users.stream().mapToInt(UsageClient::batchesRepeated).sum());
      report.count("longest wait for an acknowledgement, ms", ledger.longestWait().toMillis());
      report.write(Path.of("target/fault-report.md"));
    }
    assertThat(report.broken()).isEmpty();
  }

  /** Rounds of every kind in an order that is drawn, until the time is over. */
  private void strike(Faults faults, LocalPlatform platform) throws SQLException {
    Instant end = Instant.now().plus(LENGTH);
    do {
      List<Fault> round = faults.ofEveryKind(random);
      Collections.shuffle(round, random);
      for (Fault fault : round) {
        report.struck(fault);
        fault.cause().strike();
        Doors.sleep(Duration.ofMillis(500 + random.nextInt(2500)));
      }
      await("all parts are up again")
          .atMost(LONGEST_RECOVERY)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> platform.status().get("up").asBoolean());
    } while (Instant.now().isBefore(end));
  }

  /** Accounts with a past to be scored by, and a partner who wants to hear of alerts. */
  private static void settle(
      LocalPlatform platform, List<String> payers, WebhookReceiver receiver) {
    Door door = Door.with(platform, platform.token("admin", TENANT));
    StringBuilder accounts = new StringBuilder("account_id,name\n");
    List<String> names = new ArrayList<>(payers);
    names.addAll(USERS);
    names.add(FactClient.ORDERED);
    names.forEach(name -> accounts.append("%1$s,%1$s\n".formatted(name)));
    Imports.load(door, "accounts", accounts.toString());
    StringBuilder usage =
        new StringBuilder("event_id,account_id,event,occurred_at,user_id,count\n");
    for (String user : USERS) {
      for (int day = 8; day <= 60; day++) {
        for (int person = 0; person < 3; person++) {
          usage.append(
              "past-%1$s-%2$d-%3$d,%1$s,In the past,%4$s,%1$s-%5$s,1\n"
                  .formatted(
                      user,
                      day,
                      person,
                      Instant.now().minus(Duration.ofDays(day)),
                      UsageClient.person(person)));
        }
      }
    }
    Imports.load(door, "usage", usage.toString());
    door.post(
            "/api/v1/channels", Map.of("type", "webhook", "name", "partner", "url", receiver.url()))
        .expectDone();
    platform.awaitQuiet();
  }

  private static boolean heard(WebhookReceiver receiver, String declined) {
    return !receiver.deliveriesAbout(declined.substring(FactClient.DECLINED.length())).isEmpty();
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(60));
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
    }
  }
}
