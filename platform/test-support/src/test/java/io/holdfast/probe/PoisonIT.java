package io.holdfast.probe;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.TestKafka;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What can never be done is set aside, and holds up nobody. */
class PoisonIT extends Probed {
  @Test
  void poisonIsSetAsideAndItsNeighboursPass() {
    send("before");
    send("poison");
    TestKafka.send("holdfast.facts", tenant, Map.of("ce_tenant", tenant), "no envelope");
    send("after");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(notes()).containsExactly("before", "after"));
    await().untilAsserted(() -> assertThat(deadLetters()).isEqualTo(1));
  }

  @Test
  void manyPoisonMessagesHoldUpNobody() throws SQLException {
    for (int i = 0; i < 300; i++) {
      send(i % 3 == 0 ? "poison" : "good");
    }
    send("after");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(count("note")).isEqualTo(201));
    await().untilAsserted(() -> assertThat(deadLetters()).isEqualTo(100));
    assertThat(count("inbox")).as("ids of poison count as seen").isEqualTo(301);
  }

  @Test
  void ofMessagesThatCameTogetherOnlyThePoisonousAreSetAside() throws SQLException {
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, "acme", "probe.notes.v1", Instant.now()),
        "{\"texts\":[\"one\",\"poison\",\"two\",\"poison\",\"three\"]}");
    send("after");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(notes()).containsExactlyInAnyOrder("one", "two", "three", "after"));
    await().untilAsserted(() -> assertThat(deadLetters()).isEqualTo(2));
  }

  @Test
  void whatTheDatabaseWillNeverTakeIsSetAside() {
    String text =
        new Random(7).ints(3_000, 0x4E00, 0x9FA5).mapToObj(Character::toString).collect(joining());
    send(text);
    send("after");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(notes()).containsExactly("after"));
    await().untilAsserted(() -> assertThat(deadLetters()).isEqualTo(1));
  }

  @Test
  void aRecordWithoutABodyIsSetAside() {
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, "acme", "probe.note.v1", Instant.now()),
        null);
    send("after");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(notes()).containsExactly("after"));
    await().untilAsserted(() -> assertThat(deadLetters()).isEqualTo(1));
  }

  @Test
  void aRecordThatCannotBeReadIsKeptWithItsPlace() {
    String key = tenant + "\u0000";
    TestKafka.send("holdfast.facts", key, Map.of("ce_tenant", tenant), "no envelope");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(count("dead_letter", "tenant_id = 'unattributed' and record_key = ?"))
                    .isEqualTo(1));
  }

  private int deadLetters() throws SQLException {
    return count("dead_letter");
  }
}
