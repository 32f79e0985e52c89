package io.holdfast.messaging.outbox;

import io.holdfast.messaging.Broker;
import io.holdfast.messaging.OutboxStore;
import io.holdfast.tenancy.BackgroundTransactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;

/** Runs a relay per store, each on a thread of its own, from start to stop of the application. */
final class Relays implements SmartLifecycle {
  private final List<OutboxStore> stores;
  private final Broker broker;
  private final BackgroundTransactions transactions;
  private final DatabaseClient database;
  private final List<Relay> relays = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  Relays(
      List<OutboxStore> stores,
      Broker broker,
      BackgroundTransactions transactions,
      DatabaseClient backgroundDatabase) {
    this.stores = stores;
    this.broker = broker;
    this.transactions = transactions;
    this.database = backgroundDatabase;
  }

  @Override
  public synchronized void start() {
    for (OutboxStore store : stores) {
      Lease lease = new Lease("relay:" + store.name(), transactions, database);
      Relay relay = new Relay(store, broker, transactions, lease);
      relays.add(relay);
      threads.add(Thread.ofPlatform().daemon().name("relay-" + store.name()).start(relay));
    }
  }

  @Override
  public synchronized void stop() {
    relays.forEach(Relay::stop);
    for (Thread thread : threads) {
      try {
        if (!thread.join(Duration.ofSeconds(5))) {
          thread.interrupt();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    relays.clear();
    threads.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }
}
