package io.holdfast.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.holdfast.messaging.Broker;
import io.holdfast.messaging.OutboxStore;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.messaging.WorkerThreads;
import io.holdfast.messaging.deadletter.DeadLetters;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.probe.ProbeService;
import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.RealPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The lease and the relay's promises, with the real database. */
@SpringBootTest(classes = ProbeService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
class RelayIT {
  @Autowired TenantTransactions tenants;
  @Autowired BackgroundTransactions transactions;
  @Autowired DatabaseClient databaseClient;
  @Autowired JsonMapper json;
  @Autowired Traceparent traceparent;
  @Autowired DeadLetters letters;

  @Autowired
  @Qualifier("backgroundDatabase")
  DatabaseClient backgroundDatabase;

  private final String name = "test-" + UUID.randomUUID();
  private final WorkerThreads threads = new WorkerThreads();

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void oneInstanceHoldsALease() {
    Lease first = lease();
    Lease second = lease();

    assertThat(first.hold()).isTrue();
    assertThat(second.hold()).isFalse();

    first.release();
    assertThat(lease().hold()).isTrue();
  }

  @Test
  void whoWasAwayTooLongCannotMark() throws SQLException {
    Lease away = lease();
    assertThat(away.hold()).isTrue();
    expire();
    Lease successor = lease();
    assertThat(successor.hold()).isTrue();

    assertThatThrownBy(() -> transactions.run(away::stillHeld).block())
        .hasMessageContaining("taken over");
    transactions.run(successor::stillHeld).block();
  }

  @Test
  void whatTheBrokerRefusedIsSentAgainInOrder() {
    Rows rows = new Rows(5);
    List<String> sent = new CopyOnWriteArrayList<>();
    List<Integer> tries = new CopyOnWriteArrayList<>();
    Broker broker =
        records -> {
          tries.add(records.size());
          if (tries.size() == 1) {
            return Mono.error(new IllegalStateException("not acknowledged"));
          }
          records.forEach(record -> sent.add(record.key()));
          return Mono.empty();
        };

    threads.start("relay", new Relay(rows, broker, transactions, lease(), letters));

    await().untilAsserted(() -> assertThat(rows.waiting).isEmpty());
    assertThat(sent).containsExactly("0", "1", "2", "3", "4");
    assertThat(tries).containsExactly(5, 5);
  }

  @Test
  void whatWasSentUnderALostLeaseIsLeftToTheSuccessor() {
    Rows rows = new Rows(3);
    Broker losing =
        _ ->
            Mono.fromRunnable(
                () -> {
                  try {
                    expire();
                  } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                  }
                  lease().hold();
                });
    Relay relay = new Relay(rows, losing, transactions, lease(), letters);

    threads.start("relay", relay);

    await().until(() -> rows.reads > 0);
    threads.stop();
    assertThat(rows.marks).isZero();
  }

  /** Like a process that is stopped behind its sending and goes on when another has taken over. */
  @Test
  void aHolderThatWasAwayBetweenSendingAndMarkingMarksNothing() throws Exception {
    Rows rows = new Rows(4);
    List<String> published = new CopyOnWriteArrayList<>();
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch back = new CountDownLatch(1);
    Broker pausing =
        records ->
            Mono.fromRunnable(
                    () -> {
                      records.forEach(record -> published.add(record.key()));
                      sent.countDown();
                      try {
                        goOn.await();
                      } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                      }
                    })
                .then(Mono.fromRunnable(back::countDown));
    Relay away = new Relay(rows, pausing, transactions, lease(), letters);
    Broker working =
        records -> Mono.fromRunnable(() -> records.forEach(r -> published.add(r.key())));
    Relay successor = new Relay(rows, working, transactions, lease(), letters);

    threads.start("away", away);
    sent.await();
    expire();
    threads.start("successor", successor);
    await().untilAsserted(() -> assertThat(rows.waiting).isEmpty());
    int marks = rows.marks;
    rows.add(4, 5);
    await().untilAsserted(() -> assertThat(rows.waiting).isEmpty());
    goOn.countDown();
    back.await();

    threads.stop();
    assertThat(marks).isOne();
    assertThat(rows.marks).as("those of the successor alone").isEqualTo(2);
    assertThat(published.stream().distinct()).containsExactly("0", "1", "2", "3", "4", "5");
  }

  @Test
  void aRowThatIsRefusedForGoodBecomesADeadLetterAndItsNeighboursPass() throws SQLException {
    Rows rows = new Rows(7);
    List<String> sent = new CopyOnWriteArrayList<>();
    Broker refusing =
        records -> {
          if (records.stream().anyMatch(record -> record.key().equals("3"))) {
            return Mono.error(new RecordTooLargeException("too large"));
          }
          records.forEach(record -> sent.add(record.key()));
          return Mono.empty();
        };

    threads.start("relay", new Relay(rows, refusing, transactions, lease(), letters));

    await().untilAsserted(() -> assertThat(rows.waiting).isEmpty());
    assertThat(sent).containsExactly("0", "1", "2", "4", "5", "6");
    assertThat(keysOfLetters("relay:" + rows.name())).containsExactly("3");
  }

  @Test
  void whatTheBrokerCannotTakeNowIsNoDeadLetter() throws SQLException {
    Rows rows = new Rows(2);
    List<Integer> tries = new CopyOnWriteArrayList<>();
    Broker away =
        records -> {
          tries.add(records.size());
          return tries.size() < 4 ? Mono.error(new TimeoutException("not now")) : Mono.empty();
        };

    threads.start("relay", new Relay(rows, away, transactions, lease(), letters));

    await().untilAsserted(() -> assertThat(rows.waiting).isEmpty());
    assertThat(tries).containsExactly(2, 2, 2, 2);
    assertThat(keysOfLetters("relay:" + rows.name())).isEmpty();
  }

  private static List<String> keysOfLetters(String consumer) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                "select record_key from probe.dead_letter where consumer = ? and record_offset is"
                    + " null")) {
      statement.setString(1, consumer);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          keys.add(row.getString(1));
        }
      }
    }
    return keys;
  }

  @Test
  void aWorkerThatEndsByAnErrorBeginsAnew() {
    List<Integer> begun = new CopyOnWriteArrayList<>();
    threads.start(
        "failing",
        new WorkerThreads.Worker() {
          @Override
          public void work() {
            begun.add(begun.size());
            if (begun.size() == 1) {
              throw new StackOverflowError("once");
            }
          }

          @Override
          public void stop() {}
        });

    await().untilAsserted(() -> assertThat(begun).hasSize(2));
  }

  @Test
  void aBatchIsBoundByItsSizeAndNeverEmpty() {
    TenantId tenant = new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));
    var outbox = new R2dbcOutbox("probe", databaseClient, databaseClient, json, traceparent);
    List<Integer> sizes = new ArrayList<>();

    Mono<Void> inside =
        outbox
            .append(IntStream.range(0, 3).mapToObj(_ -> message(tenant)).toList())
            .then(outbox.unpublished(10, 1_500).doOnNext(rows -> sizes.add(rows.size())))
            .then(outbox.unpublished(2, 1_000_000).doOnNext(rows -> sizes.add(rows.size())))
            .then(outbox.unpublished(10, 1).doOnNext(rows -> sizes.add(rows.size())))
            .then(Mono.error(new IllegalStateException("roll back")));
    assertThatThrownBy(() -> tenants.run(tenant, () -> inside).block())
        .hasMessageContaining("roll back");

    assertThat(sizes).containsExactly(2, 2, 1);
  }

  private static OutgoingMessage message(TenantId tenant) {
    return new OutgoingMessage(
        "holdfast.health",
        tenant,
        "acme",
        "probe.noted.v1",
        Instant.EPOCH,
        Map.of("text", "x".repeat(1_000)),
        Map.of());
  }

  private Lease lease() {
    return new Lease(name, transactions, backgroundDatabase);
  }

  private void expire() throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                "update probe.lease set expires_at = now() - interval '1 second' where name = ?")) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }

  /** Rows that are owed, in order. */
  private static final class Rows implements OutboxStore {
    private final String name = "rows-" + UUID.randomUUID();
    private final List<Owed> waiting = new CopyOnWriteArrayList<>();
    private volatile int reads;
    private volatile int marks;

    Rows(int count) {
      add(IntStream.range(0, count).toArray());
    }

    void add(int... ids) {
      IntStream.of(ids)
          .mapToObj(
              i -> new Owed(i, new ProducerRecord<>("holdfast.health", "" + i, new byte[] {1})))
          .forEach(waiting::add);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Mono<List<Owed>> unpublished(int rows, int bytes) {
      return Mono.fromSupplier(
          () -> {
            reads++;
            return List.copyOf(waiting);
          });
    }

    @Override
    public Mono<Void> published(List<Owed> rows) {
      return Mono.fromRunnable(
          () -> {
            marks++;
            waiting.removeAll((Collection<?>) rows);
          });
    }

    @Override
    public Mono<Long> waiting() {
      return Mono.just((long) waiting.size());
    }
  }
}
