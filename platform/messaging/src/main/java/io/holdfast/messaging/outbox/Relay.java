package io.holdfast.messaging.outbox;

import io.holdfast.messaging.Broker;
import io.holdfast.messaging.OutboxStore;
import io.holdfast.messaging.OutboxStore.Owed;
import io.holdfast.messaging.WorkerThreads.Worker;
import io.holdfast.tenancy.BackgroundTransactions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes one store's rows in order. Only the holder of the store's lease does, and its mark
 * counts only while its epoch is the current one; what a holder published without being able to
 * mark it is published again, and refused by the readers' inbox.
 */
final class Relay implements Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int BATCH = 4000;
  private static final int BYTES = 8 * 1024 * 1024; // a batch is in memory as a whole
  private static final Duration BOUND = Duration.ofSeconds(150);
  private static final Duration IDLE = Duration.ofMillis(50);
  private static final Duration NOT_HOLDER = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final OutboxStore store;
  private final Broker broker;
  private final BackgroundTransactions transactions;
  private final Lease lease;
  private volatile boolean stopped;

  Relay(OutboxStore store, Broker broker, BackgroundTransactions transactions, Lease lease) {
    this.store = store;
    this.broker = broker;
    this.transactions = transactions;
    this.lease = lease;
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void work() throws InterruptedException {
    Duration pause = IDLE;
    while (!stopped) {
      Duration wait;
      try {
        wait = round();
        pause = IDLE;
      } catch (RuntimeException failure) {
        if (stopped) {
          return;
        }
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
        LOG.warn(
            "relay {} failed, trying again in {}: {}", store.name(), pause, failure.toString());
        wait = pause;
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
      return IDLE;
    }
    broker.send(rows.stream().map(Owed::record).toList()).block(BOUND);
    transactions.run(() -> lease.stillHeld().then(store.published(rows))).block(BOUND);
    return rows.size() < BATCH ? Duration.ofMillis(5) : Duration.ZERO;
  }
}
