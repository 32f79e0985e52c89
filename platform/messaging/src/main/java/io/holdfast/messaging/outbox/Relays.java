package io.holdfast.messaging.outbox;

import io.holdfast.messaging.Broker;
import io.holdfast.messaging.OutboxStore;
import io.holdfast.messaging.WorkerThreads;
import io.holdfast.messaging.deadletter.DeadLetters;
import io.holdfast.tenancy.BackgroundTransactions;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;

/** Runs a relay per store, each on a thread of its own, from start to stop of the application. */
final class Relays implements SmartLifecycle {
  private final List<OutboxStore> stores;
  private final Broker broker;
  private final BackgroundTransactions transactions;
  private final DatabaseClient database;
  private final DeadLetters letters;
  private final WorkerThreads threads = new WorkerThreads();

  Relays(
      List<OutboxStore> stores,
      Broker broker,
      BackgroundTransactions transactions,
      DatabaseClient backgroundDatabase,
      DeadLetters letters) {
    this.stores = stores;
    this.broker = broker;
    this.transactions = transactions;
    this.database = backgroundDatabase;
    this.letters = letters;
  }

  @Override
  public void start() {
    for (OutboxStore store : stores) {
      Lease lease = new Lease("relay:" + store.name(), transactions, database);
      threads.start(
          "relay-" + store.name(), new Relay(store, broker, transactions, lease, letters));
    }
  }

  @Override
  public void stop() {
    threads.stop();
  }

  @Override
  public boolean isRunning() {
    return threads.isRunning();
  }
}
