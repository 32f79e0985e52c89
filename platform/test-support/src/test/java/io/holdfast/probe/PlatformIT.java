package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.MovableClock;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.reactive.server.WebTestClient;

class PlatformIT extends Probed {
  @LocalManagementPort int managementPort;
  @Autowired Timers timers;
  @Autowired TenantTransactions tenants;
  @Autowired MovableClock clock;
  @Autowired MeterRegistry meters;

  @Test
  void postgresKeepsWhatItAcknowledged() throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select current_setting('synchronous_commit'), current_setting('fsync')")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("on");
      assertThat(row.getString(2)).isEqualTo("on");
    }
  }

  @Test
  void theManagementPortTellsWhatIsStillToDo() {
    WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + managementPort)
        .build()
        .get()
        .uri("/actuator/backlog")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.outbox")
        .isNumber()
        .jsonPath("$.stores[0].name")
        .isEqualTo("outbox")
        .jsonPath("$.consumers[0].group")
        .isEqualTo("probe")
        .jsonPath("$.consumers[0].topic")
        .isEqualTo("holdfast.facts")
        .jsonPath("$.consumers[0].lag")
        .isNumber()
        .jsonPath("$.timersLateSeconds")
        .isNumber()
        .jsonPath("$.deadLettersByTenant")
        .isMap();
    get("/actuator/backlog", TestTokens.bearer(tenant)).expectStatus().isNotFound();
  }

  @Test
  void gaugesAndHealthTellWhatIsStillToDo() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(meters.getMeters())
                    .extracting(meter -> meter.getId().getName())
                    .contains(
                        "holdfast.outbox.rows",
                        "holdfast.outbox.oldest.seconds",
                        "holdfast.timers.late.seconds",
                        "holdfast.consumer.lag",
                        "holdfast.consumer.unread"));
    assertThat(
            meters
                .get("holdfast.consumer.unread")
                .tags("group", "probe", "topic", "holdfast.facts")
                .gauge()
                .value())
        .isNotNaN();
    WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + managementPort)
        .build()
        .get()
        .uri("/actuator/health")
        .exchange()
        .expectBody()
        .jsonPath("$.components.pipe.details.partitionsUnread")
        .isNumber();
    get("/readyz", TestTokens.bearer(tenant)).expectBody().jsonPath("$.components").doesNotExist();
  }

  @Test
  void aTenantSeesItsOwnRowsOnly() {
    add(tenant, "mine");
    add("t" + UUID.randomUUID().toString().substring(0, 8), "theirs");
    assertThat(notes()).containsExactly("mine");
  }

  @Test
  void withoutATenantTheServingRoleSeesNoRow() throws SQLException {
    add(tenant, "hidden");
    try (Connection connection = RealPostgres.instance().as("probe_app");
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from note")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }

  @Test
  void whatATransactionAppendsReachesTheTopic() {
    add(tenant, "told");
    Received told =
        TestKafka.received("holdfast.health", message -> message.tenant().equals(tenant))
            .getFirst();
    assertThat(told.key()).isEqualTo(tenant + "|acme");
    assertThat(told.type()).isEqualTo("probe.noted.v1");
    assertThat(told.json()).contains("told");
    assertThat(told.headers())
        .containsKeys("ce_id", "traceparent")
        .containsEntry("ce_mood", "good");
  }

  @Test
  void theSameMessageTwiceHasOneEffect() {
    Map<String, String> headers = TestKafka.headers(tenant, "acme", "probe.note.v1", Instant.now());
    TestKafka.send("holdfast.facts", tenant, headers, "{\"text\":\"once\"}");
    TestKafka.send("holdfast.facts", tenant, headers, "{\"text\":\"once\"}");
    send("after");
    await().untilAsserted(() -> assertThat(notes()).containsExactly("once", "after"));
  }

  @Test
  void aTimerFiresOnceWhenBusinessTimeReachesIt() {
    TenantId id = new TenantId(tenant);
    Instant due = clock.instant().plus(Duration.ofDays(2));
    tenants.run(id, () -> timers.set(id, "note", "a", due, "rang")).block();
    tenants
        .run(id, () -> timers.set(id, "note", "b", due.plus(Duration.ofDays(400)), "later"))
        .block();
    clock.advance(Duration.ofDays(3));
    await().untilAsserted(() -> assertThat(notes()).containsExactly("timer rang"));
    tenants.run(id, () -> timers.set(id, "note", "c", clock.instant(), "after")).block();
    await().untilAsserted(() -> assertThat(notes()).containsExactly("timer rang", "timer after"));
  }

  @Test
  void timersThatMayShareATransactionDo() throws SQLException {
    dueNow("c", "a", "b", "e", "d");
    await().untilAsserted(() -> assertThat(timersLeft()).isZero());
    assertThat(notes()).containsExactlyInAnyOrder("sung by a+b+c+d", "sung by e");
  }

  @Test
  void aTimerThatFailsHoldsUpNoneOfThoseItSharesATransactionWith() throws SQLException {
    dueNow("a", "mute", "b");
    await()
        .untilAsserted(
            () -> assertThat(notes()).containsExactlyInAnyOrder("sung by a", "sung by b"));
    assertThat(timersLeft()).isOne();
  }

  private void dueNow(String... keys) {
    TenantId id = new TenantId(tenant);
    Instant due = clock.instant().plus(Duration.ofDays(2));
    Map<String, Instant> dues =
        Arrays.stream(keys).collect(Collectors.toMap(key -> key, key -> due));
    tenants.run(id, () -> timers.setAll(id, "choir", dues, "")).block();
    clock.advance(Duration.ofDays(3));
  }

  private int timersLeft() throws SQLException {
    return count("timer");
  }

  private void add(String owner, String text) {
    http.post()
        .uri("/api/notes")
        .header("Authorization", "Bearer " + TestTokens.bearer(owner, "accounts:write"))
        .bodyValue(Map.of("text", text))
        .exchange()
        .expectStatus()
        .isOk();
  }
}
