package io.holdfast.messaging.backlog;

import io.holdfast.messaging.OutboxStore;
import io.holdfast.messaging.backlog.Backlog.Store;
import io.holdfast.tenancy.BackgroundTransactions;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the backlog from the database and the broker. */
final class BacklogReading {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final List<OutboxStore> stores;
  private final ConsumerGroups groups;
  private final BackgroundTransactions transactions;
  private final DatabaseClient database;
  private final Clock businessClock;
  private final Clock realClock;

  BacklogReading(
      List<OutboxStore> stores,
      ConsumerGroups groups,
      BackgroundTransactions transactions,
      DatabaseClient backgroundDatabase,
      Clock businessClock,
      Clock realClock) {
    this.stores = stores;
    this.groups = groups;
    this.transactions = transactions;
    this.database = backgroundDatabase;
    this.businessClock = businessClock;
    this.realClock = realClock;
  }

  Mono<Backlog> now() {
    return transactions
        .run(this::stored)
        .flatMap(
            stored ->
                groups
                    .read()
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .map(consumers -> stored.with(consumers.orElse(null))));
  }

  private record Stored(
      List<Store> stores,
      Map<String, Long> timers,
      double timersLateSeconds,
      Map<String, Long> letters) {
    Backlog with(@org.jspecify.annotations.Nullable List<Backlog.Consumer> consumers) {
      return new Backlog(
          stores.stream().mapToLong(Store::waiting).sum(),
          timers,
          letters.values().stream().mapToLong(Long::longValue).sum(),
          stores,
          timersLateSeconds,
          letters,
          consumers);
    }
  }

  private Mono<Stored> stored() {
    Mono<List<Store>> owed = Flux.fromIterable(stores).concatMap(this::store).collectList();
    return owed.flatMap(
        found ->
            timers()
                .flatMap(
                    timers ->
                        late()
                            .flatMap(
                                late ->
                                    letters()
                                        .map(
                                            letters -> new Stored(found, timers, late, letters)))));
  }

  private Mono<Store> store(OutboxStore store) {
    return store
        .waiting()
        .flatMap(
            waiting ->
                store
                    .oldest()
                    .map(since -> seconds(Duration.between(since, realClock.instant())))
                    .defaultIfEmpty(0.0)
                    .map(age -> new Store(store.name(), waiting, age)));
  }

  private Mono<Map<String, Long>> timers() {
    return database
        .sql("select kind as name, count(*) as rows from timer where due_at <= $1 group by kind")
        .bind(0, businessClock.instant().plus(SOON))
        .map(BacklogReading::count)
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /** Uses the index timer_due. */
  private Mono<Double> late() {
    return database
        .sql("select due_at from timer order by due_at limit 1")
        .map(row -> Objects.requireNonNull(row.get("due_at", Instant.class)))
        .one()
        .map(due -> seconds(Duration.between(due, businessClock.instant())))
        .defaultIfEmpty(0.0);
  }

  private Mono<Map<String, Long>> letters() {
    return database
        .sql(
            """
            select tenant_id as name, count(*) as rows from dead_letter where state = 'waiting'
             group by tenant_id
            """)
        .map(BacklogReading::count)
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static Map.Entry<String, Long> count(Readable row) {
    return Map.entry(
        Objects.requireNonNull(row.get("name", String.class)),
        Objects.requireNonNull(row.get("rows", Long.class)));
  }

  private static double seconds(Duration duration) {
    return Math.max(0, duration.toMillis()) / 1000.0;
  }
}
