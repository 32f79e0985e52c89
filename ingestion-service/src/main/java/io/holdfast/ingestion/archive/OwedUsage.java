package io.holdfast.ingestion.archive;

import io.holdfast.messaging.OutboxStore;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The table {@code owed_usage}: a parcel for each transaction that archived usage, until the broker
 * has it. What the version before archived is owed by its own row, see {@link ArchivedMessages}.
 */
@Component
final class OwedUsage implements OutboxStore {
  private final DatabaseClient database;
  private final DatabaseClient backgroundDatabase;

  OwedUsage(
      DatabaseClient database, @Qualifier("backgroundDatabase") DatabaseClient backgroundDatabase) {
    this.database = database;
    this.backgroundDatabase = backgroundDatabase;
  }

  /** In the transaction that archives it, which is all of one trace. */
  Mono<Void> add(List<ArchivedMessage> usage, String traceparent) {
    return Flux.fromIterable(Parcel.of(usage))
        .concatMap(
            parcel ->
                database
                    .sql(
                        "insert into owed_usage (messages, records, traceparent) values ($1, $2,"
                            + " $3)")
                    .bind(0, parcel.messages())
                    .bind(1, parcel.records())
                    .bind(2, traceparent)
                    .then())
        .then();
  }

  @Override
  public String name() {
    return "owed_usage";
  }

  /** Whole parcels, and the first however large it is. */
  @Override
  public Mono<List<Owed>> unpublished(int rows, int bytes) {
    return backgroundDatabase
        .sql(
            """
            select id, tenant_id, traceparent, messages
              from (select *, sum(records) over earlier as records_before,
                           sum(octet_length(messages)) over earlier as bytes_before
                      from (select * from owed_usage order by id limit $1) next
                    window earlier as (order by id rows between unbounded preceding and 1 preceding)) sized
             where records_before is null or records_before + records <= $1 and bytes_before < $2
             order by id
            """) // owed_usage_order
        .bind(0, rows)
        .bind(1, bytes)
        .map(OwedUsage::parcel)
        .all()
        .concatMapIterable(owed -> owed)
        .collectList();
  }

  private static List<Owed> parcel(Readable row) {
    Long id = Objects.requireNonNull(row.get(0, Long.class));
    return Parcel.read(text(row, 1), text(row, 2), text(row, 3)).stream()
        .map(message -> new Owed(id, message.toRecord()))
        .toList();
  }

  private static String text(Readable row, int column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }

  @Override
  public Mono<Void> published(List<Owed> rows) {
    return backgroundDatabase
        .sql("delete from owed_usage where id = any($1)")
        .bind(0, rows.stream().map(owed -> (Long) owed.id()).distinct().toArray(Long[]::new))
        .then();
  }

  @Override
  public Mono<Long> waiting() {
    return backgroundDatabase
        .sql("select coalesce(sum(records), 0) from owed_usage")
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .one();
  }

  @Override
  public Mono<Instant> oldest() {
    return backgroundDatabase
        .sql("select created_at from owed_usage order by id limit 1")
        .map(row -> Objects.requireNonNull(row.get(0, Instant.class)))
        .one();
  }
}
