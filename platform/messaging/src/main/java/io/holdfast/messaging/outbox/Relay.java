package io.holdfast.messaging.outbox;

import io.holdfast.messaging.Broker;
import io.holdfast.messaging.OutboxStore;
import io.holdfast.messaging.OutboxStore.Owed;
import io.holdfast.messaging.Pace;
import io.holdfast.messaging.WorkerThreads.Worker;
import io.holdfast.messaging.deadletter.DeadLetters;
import io.holdfast.messaging.deadletter.FailedRecord;
import io.holdfast.tenancy.BackgroundTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes one store's rows in order. Only the holder of the store's lease does, and its mark
 * counts only while its epoch is the current one; what a holder published without being able to
 * mark it is published again, and refused by the readers' inbox. A row that the broker refuses for
 * good becomes a dead letter in the transaction of the mark, so that it stops none behind it.
 */
final class Relay implements Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int BATCH = 4000;
  private static final int BYTES = 8 * 1024 * 1024; // a batch is in memory as a whole
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration IDLE = Duration.ofMillis(50);
  private static final Duration NOT_HOLDER = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final OutboxStore store;
  private final Broker broker;
  private final BackgroundTransactions transactions;
  private final Lease lease;
  private final DeadLetters letters;
  private final BackOff backOff =
      new BackOff(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
  private final Pace pace = new Pace(IDLE);
  private volatile boolean stopped;

  Relay(
      OutboxStore store,
      Broker broker,
      BackgroundTransactions transactions,
      Lease lease,
      DeadLetters letters) {
    this.store = store;
    this.broker = broker;
    this.transactions = transactions;
    this.lease = lease;
    this.letters = letters;
  }

  /** Who could not deal with a letter of this store. */
  static String consumer(OutboxStore store) {
    return "relay:" + store.name();
  }

  private record Refused(Owed row, Throwable failure) {}

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void work() throws InterruptedException {
    while (!stopped) {
      Duration wait;
      try {
        wait = round();
        backOff.succeeded();
      } catch (RuntimeException failure) {
        if (stopped) {
          return;
        }
        wait = backOff.afterFailure();
        LOG.warn("relay {} failed, trying again in {}: {}", store.name(), wait, failure.toString());
      }
      Thread.sleep(wait);
    }
    lease.release();
  }

  private Duration round() {
    if (!lease.hold()) {
      return NOT_HOLDER;
    }
    List<Owed> rows = transactions.run(() -> store.unpublished(BATCH, BYTES)).block(BOUND);
    if (rows == null || rows.isEmpty()) {
      return pace.foundNothing();
    }
    pace.foundSomething();
    List<Refused> refused = new ArrayList<>();
    send(rows, refused);
    transactions
        .run(() -> lease.stillHeld().then(keep(refused)).then(store.published(rows)))
        .block(BOUND);
    return rows.size() < BATCH ? Duration.ofMillis(5) : Duration.ZERO;
  }

  /** Rows that are refused together are halved until those refused by themselves stand alone. */
  private void send(List<Owed> rows, List<Refused> refused) {
    try {
      broker.send(rows.stream().map(Owed::record).toList()).block(BOUND);
    } catch (RuntimeException failure) {
      if (!Refusal.isForGood(failure)) {
        throw failure;
      }
      int half = rows.size() / 2;
      if (half == 0) {
        refused.add(new Refused(rows.getFirst(), failure));
      } else {
        send(rows.subList(0, half), refused);
        send(rows.subList(half, rows.size()), refused);
      }
    }
  }

  private Mono<Void> keep(List<Refused> refused) {
    return Flux.fromIterable(refused)
        .doOnNext(
            one -> LOG.error("{}: a row became a dead letter", consumer(store), one.failure()))
        .concatMap(one -> keep(one.row().record(), one.failure()))
        .then();
  }

  private Mono<Void> keep(ProducerRecord<String, byte[]> record, Throwable failure) {
    Map<String, String> headers = new LinkedHashMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    FailedRecord failed =
        new FailedRecord(record.topic(), null, null, record.key(), headers, record.value());
    return letters.keep(consumer(store), failed, failure);
  }
}
