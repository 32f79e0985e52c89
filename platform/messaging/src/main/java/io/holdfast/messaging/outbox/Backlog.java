package io.holdfast.messaging.outbox;

import io.holdfast.messaging.OutboxStore;
import io.holdfast.tenancy.BackgroundTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What this service still has to do: rows not published, timers due by now or within a minute, dead
 * letters.
 */
@Endpoint(id = "backlog")
final class Backlog {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<OutboxStore> stores;
  private final BackgroundTransactions transactions;
  private final DatabaseClient database;
  private final Clock clock;

  Backlog(
      List<OutboxStore> stores,
      BackgroundTransactions transactions,
      DatabaseClient backgroundDatabase,
      Clock clock) {
    this.stores = stores;
    this.transactions = transactions;
    this.database = backgroundDatabase;
    this.clock = clock;
  }

  /**
   * @param outbox rows that the broker has not acknowledged
   * @param timers by kind, those due within the next minute of business time
   */
  record State(long outbox, Map<String, Long> timers, long deadLetters) {}

  @ReadOperation
  Mono<State> state() {
    return transactions.run(
        () ->
            Flux.fromIterable(stores)
                .concatMap(OutboxStore::waiting)
                .reduce(0L, Long::sum)
                .flatMap(
                    outbox ->
                        timers()
                            .flatMap(
                                timers ->
                                    deadLetters()
                                        .map(letters -> new State(outbox, timers, letters)))));
  }

  private Mono<Map<String, Long>> timers() {
    return database
        .sql("select kind, count(*) as due from timer where due_at <= $1 group by kind")
        .bind(0, clock.instant().plus(SOON))
        .map(
            row ->
                Map.entry(
                    Objects.requireNonNull(row.get("kind", String.class)),
                    Objects.requireNonNull(row.get("due", Long.class))))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private Mono<Long> deadLetters() {
    return database
        .sql("select count(*) as letters from dead_letter where state = 'waiting'")
        .map(row -> Objects.requireNonNull(row.get("letters", Long.class)))
        .one();
  }
}
