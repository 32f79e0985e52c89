package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.CuttableProxy;
import io.holdfast.testing.CuttableProxy.When;
import io.holdfast.testing.RealInstance;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the broker has acknowledged is done, once, in the order of its key, whatever breaks on the
 * way; and told onwards at least once in that order.
 */
class PipeFaultsIT {
  private static final String SERVICE = "pipe";
  private static final String TOPIC = "holdfast.usage"; // read by no other test here
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final Ledger ledger = new Ledger(TOPIC, SERVICE);

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void connectionsResetDuringCommitLoseNothingAndDoubleNothing() {
    int around = 12;
    try (CuttableProxy proxy = CuttableProxy.to(RealPostgres.instance().port());
        RealInstance _ = start(Map.of("holdfast.database.port", "" + proxy.port()))) {
      for (int i = 0; i < around; i++) {
        int before = proxy.cuts();
        proxy.cutAt(
            "facts", "COMMIT", i % 2 == 0 ? When.BEFORE_IT_ARRIVES : When.BEFORE_ITS_ANSWER);
        ledger.send(25, 4);
        await().atMost(LONGEST).until(() -> proxy.cuts() > before);
      }
      proxy.cut();
      ledger.send(25, 4);

      everythingIsDoneOnceInOrder();
      assertThat(proxy.cuts()).isGreaterThanOrEqualTo(around);
    }
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedFor() {
    try (CuttableProxy proxy = CuttableProxy.to(RealPostgres.instance().port());
        RealInstance _ = start(Map.of("holdfast.database.port", "" + proxy.port()))) {
      ledger.send(20, 2);
      proxy.sever();
      ledger.send(50, 2);
      assertThat(ledger.stored().values().stream().mapToInt(List::size).sum())
          .isLessThan(ledger.size());
      proxy.mend();

      everythingIsDoneOnceInOrder();
      assertThat(deadLetters()).as("an outage is no fault of a message").isZero();
    }
  }

  @Test
  void instancesThatComeAndGoShareTheWork() {
    RealInstance second = start(Map.of());
    try (RealInstance _ = start(Map.of())) {
      ledger.send(150, 6);
      second.close();
      ledger.send(150, 6);
      try (RealInstance _ = start(Map.of())) {
        ledger.send(150, 6);
        everythingIsDoneOnceInOrder();
      }
    } finally {
      second.close();
    }
  }

  @Test
  void aHandlerSlowerThanThePollIntervalHasItsEffectOnce() {
    Map<String, String> impatient =
        Map.of("spring.cloud.stream.kafka.binder.consumer-properties.max.poll.interval.ms", "4000");
    try (RealInstance _ = start(impatient);
        RealInstance _ = start(impatient)) {
      ledger.send(20, 2);
      ledger.send("k0", "slow 9000 -k0"); // the group takes it for dead, and another one tries
      ledger.send(20, 2);

      await()
          .atMost(LONGEST)
          .untilAsserted(
              () ->
                  assertThat(
                          ledger.stored().values().stream().flatMap(List::stream).sorted().toList())
                      .isEqualTo(
                          ledger.acknowledged().values().stream()
                              .flatMap(List::stream)
                              .sorted()
                              .toList()));
      assertThat(deadLetters()).isZero();
    }
  }

  @Test
  void whatCannotBeReadHoldsUpNobodyAndIsKept() {
    try (RealInstance _ = start(Map.of())) {
      long before = unattributed();
      ledger.send("k0", "k0-0");
      Map<String, String> good =
          TestKafka.headers(ledger.tenant, "k0", "probe.note.v1", Instant.now());
      List<Map<String, String>> poisonous =
          List.of(
              Map.of("ce_id", "a\u0000b"),
              Map.of("ce_id", "x".repeat(20_000)),
              Map.of("ce_type", "x".repeat(20_000)),
              Map.of("ce_tenant", "../other"),
              Map.of("ce_tenant", "unattributed"),
              Map.of("ce_time", "yesterday"),
              Map.of("ce_id", ""));
      for (Map<String, String> bad : poisonous) {
        Map<String, String> headers = new HashMap<>(good);
        headers.putAll(bad);
        TestKafka.send(TOPIC, ledger.tenant + "|k0", headers, "{\"text\":\"never\"}");
      }
      TestKafka.send(TOPIC, ledger.tenant + "|k0", good, null);
      Map<String, String> strange =
          TestKafka.headers(ledger.tenant, "k0\u0000", "probe.note.v1", Instant.now());
      strange.put("x-strange", "\uFFFE\u0001");
      TestKafka.send(TOPIC, ledger.tenant + "|k0", strange, "{\"text\":");
      ledger.send("k0", "k0-1");

      everythingIsDoneOnceInOrder();
      assertThat(unattributed() - before).isEqualTo(poisonous.size());
      assertThat(deadLetters()).as("no body, half a body").isEqualTo(2);
    }
  }

  @Test
  void whatIsTooLargeForTheBrokerHoldsUpNobodyBehindIt() {
    TenantId tenant = new TenantId(ledger.tenant);
    try (RealInstance instance = start(Map.of())) {
      Outbox outbox = instance.bean(Outbox.class);
      instance
          .bean(TenantTransactions.class)
          .run(tenant, () -> outbox.append(note("k0-0"), note("x".repeat(1_200_000)), note("k0-1")))
          .block();

      assertThat(ledger.told(2)).isEqualTo(Map.of("k0", List.of("k0-0", "k0-1")));
      await().atMost(LONGEST).untilAsserted(() -> assertThat(deadLetters()).isOne());
    }
  }

  private OutgoingMessage note(String text) {
    return new OutgoingMessage(
        "holdfast.health",
        new TenantId(ledger.tenant),
        "k0",
        "probe.noted.v1",
        Instant.EPOCH,
        Map.of("text", text),
        Map.of());
  }

  private void everythingIsDoneOnceInOrder() {
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(ledger.stored()).isEqualTo(ledger.acknowledged()));
    assertThat(ledger.told(ledger.size())).isEqualTo(ledger.acknowledged());
  }

  private static RealInstance start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("spring.cloud.stream.bindings.facts-in-0.destination", TOPIC);
    all.put("spring.cloud.stream.bindings.facts-in-0.group", SERVICE);
    return RealInstance.start(ProbeService.class, SERVICE, all);
  }

  private int deadLetters() {
    return (int) count(ledger.tenant);
  }

  private static long unattributed() {
    return count("unattributed");
  }

  private static long count(String tenant) {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                "select count(*) from pipe.dead_letter where tenant_id = ?")) {
      statement.setString(1, tenant);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
