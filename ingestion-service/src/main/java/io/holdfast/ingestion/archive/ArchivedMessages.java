package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.messaging.OutboxStore;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** One of the two tables of the archive, as the relay sees it: rows in order, then marked. */
public final class ArchivedMessages implements OutboxStore {
  private final String table;
  private final String use;
  private final DatabaseClient database;

  private ArchivedMessages(String table, String use, DatabaseClient backgroundDatabase) {
    this.table = table;
    this.use = use;
    this.database = backgroundDatabase;
  }

  /**
   * What the version before archived: others are in {@link OwedUsage}. Read with the background
   * role.
   */
  public static ArchivedMessages usage(DatabaseClient backgroundDatabase) {
    return new ArchivedMessages("archived_usage", "person, event, visitor", backgroundDatabase);
  }

  /** Read with the background role. */
  public static ArchivedMessages facts(DatabaseClient backgroundDatabase) {
    return new ArchivedMessages(
        "archived_fact",
        "null::text as person, null::text as event, null::text as visitor",
        backgroundDatabase);
  }

  @Override
  public String name() {
    return table;
  }

  @Override
  public Mono<List<Owed>> unpublished(int rows, int bytes) {
    // The partial index <table>_owed. Order of id is order of writing for one account: its rows are
    // written under its lock.
    return database
        .sql(
            """
            select tenant_id, id, kind, account_id, %s, happened_at, body, received_at, recorded_at, assumed, load,
                   traceparent
              from (select *, sum(octet_length(body)) over (order by id) - octet_length(body) as before
                      from (select * from %s where not published order by id limit $1) next) sized
             where before < $2 order by id
            """
                .formatted(use, table))
        .bind(0, rows)
        .bind(1, bytes)
        .map(row -> new Owed(uuid(row), message(row).toRecord()))
        .all()
        .collectList();
  }

  @Override
  public Mono<Void> published(List<Owed> rows) {
    return database
        .sql(
            "update %s set published = true where id = any($1::uuid[]) and not published"
                .formatted(table))
        .bind(0, rows.stream().map(owed -> (UUID) owed.id()).toArray(UUID[]::new))
        .then();
  }

  @Override
  public Mono<Long> waiting() {
    return database
        .sql("select count(*) from %s where not published".formatted(table))
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .one();
  }

  /** An entry's id tells when it was written. */
  @Override
  public Mono<Instant> oldest() {
    return database
        .sql(
            "select uuid_extract_timestamp(id) from %s where not published order by id limit 1"
                .formatted(table))
        .map(row -> Objects.requireNonNull(row.get(0, Instant.class)))
        .one();
  }

  private static UUID uuid(Readable row) {
    return Objects.requireNonNull(row.get(1, UUID.class));
  }

  private static ArchivedMessage message(Readable row) {
    return new ArchivedMessage(
        Objects.requireNonNull(row.get(0, String.class)),
        uuid(row),
        Kind.named(Objects.requireNonNull(row.get(2, String.class))).orElseThrow(),
        Objects.requireNonNull(row.get(3, String.class)),
        row.get(4, String.class),
        row.get(5, String.class),
        row.get(6, String.class),
        Objects.requireNonNull(row.get(7, Instant.class)),
        Objects.requireNonNull(row.get(8, String.class)),
        Objects.requireNonNull(row.get(9, Instant.class)),
        row.get(10, Instant.class),
        Objects.requireNonNull(row.get(11, Boolean.class)),
        row.get(12, String.class),
        row.get(13, String.class));
  }
}
