package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.tenancy.Problem;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The tenant's imports and how far they have come, inside its transaction. */
@Component
public class Imports {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Counts by the index held_entry_load. */
  private static final String WITH_WAITING =
      """
      select i.*, (select count(*) from held_entry h where h.load = i.import_id::text) as lines_waiting
        from import i
      """;

  private final DatabaseClient database;

  Imports(DatabaseClient database) {
    this.database = database;
  }

  /** Begins an import whose body is yet to come; it is not shown until {@link #received}. */
  Mono<Void> begin(UUID id, Kind kind, boolean asRecorded, String mapping, String by, Instant now) {
    return database
        .sql(
            """
            insert into import (import_id, kind, knowledge, mapping, format, state, created_by, received_at)
            values ($1, $2, $3, $4, '', 'receiving', $5, $6)
            """)
        .bind(0, id)
        .bind(1, kind.plural())
        .bind(2, asRecorded ? "as-recorded" : "now")
        .bind(3, mapping)
        .bind(4, by)
        .bind(5, now)
        .then();
  }

  Mono<Void> received(UUID id, FileFormat format, long bytes) {
    return database
        .sql("update import set state = 'received', format = $2, bytes = $3 where import_id = $1")
        .bind(0, id)
        .bind(1, format.code())
        .bind(2, bytes)
        .then();
  }

  /** Removes an import whose body never came whole. */
  Mono<Void> discard(UUID id) {
    return database
        .sql(
            """
            with gone as (delete from import where import_id = $1 and state = 'receiving')
            delete from import_chunk
             where import_id = $1
               and not exists (select from import where import_id = $1 and state <> 'receiving')
            """)
        .bind(0, id)
        .then();
  }

  /** The import, so that nobody else works on it until this transaction ends. */
  Mono<ImportRow> locked(UUID id) {
    return database
        .sql("select * from import where import_id = $1 for update")
        .bind(0, id)
        .map(Imports::row)
        .one();
  }

  /** As {@link #find}, or 404. */
  Mono<ImportView> known(UUID id) {
    return find(id)
        .switchIfEmpty(
            Mono.error(() -> Problem.notFound("unknown_import", "there is no import " + id)));
  }

  Mono<ImportView> find(UUID id) {
    return database
        .sql(WITH_WAITING + " where i.import_id = $1 and i.state <> 'receiving'") // import_pkey
        .bind(0, id)
        .map(Imports::view)
        .one();
  }

  /** Imports by age, after or before the one with the id given. */
  Flux<ImportView> list(@Nullable UUID after, boolean newestFirst, int limit) {
    return database
        .sql(
            (WITH_WAITING
                    + """
                     where i.state <> 'receiving' and ($1 = '' or i.import_id %s $1::uuid)
                     order by i.import_id %s limit $2
                    """)
                .formatted(newestFirst ? "<" : ">", newestFirst ? "desc" : "asc")) // import_pkey
        .bind(0, after == null ? "" : after.toString())
        .bind(1, limit)
        .map(Imports::view)
        .all();
  }

  Mono<Void> header(UUID id, List<String> header, List<String> warnings) {
    return database
        .sql("update import set header = $2, warnings = $3 where import_id = $1")
        .bind(0, id)
        .bind(1, JSON.writeValueAsString(header))
        .bind(2, warnings.toArray(String[]::new))
        .then();
  }

  Mono<Void> advance(UUID id, Progress progress) {
    GenericExecuteSpec update =
        database.sql(
            """
            update import
               set position = $2, line = $3, lines_read = lines_read + $4, accepted = accepted + $5,
                   rejected = rejected + $6, state = $7, overlong_line = $8,
                   finished_at = case when $7 = 'completed' then now() end
             where import_id = $1
            """);
    return (progress.overlong() == null
            ? update.bindNull(7, Integer.class)
            : update.bind(7, progress.overlong()))
        .bind(0, id)
        .bind(1, progress.position())
        .bind(2, progress.line())
        .bind(3, progress.read())
        .bind(4, progress.accepted())
        .bind(5, progress.rejected())
        .bind(6, progress.finished() ? "completed" : "running")
        .then();
  }

  Mono<Void> fail(UUID id, String why) {
    return database
        .sql(
            """
            update import set state = 'failed', failure = $2, finished_at = now()
             where import_id = $1 and state in ('received', 'running')
            """)
        .bind(0, id)
        .bind(1, why)
        .then();
  }

  /** Lines that waited have entered. */
  public Mono<Void> entered(Map<String, Long> acceptedOfLoad) {
    return Flux.fromIterable(acceptedOfLoad.entrySet())
        .concatMap(load -> entered(UUID.fromString(load.getKey()), load.getValue()))
        .then();
  }

  /** Lines that waited never will enter. */
  public Mono<Void> givenUp(Map<String, Long> linesOfLoad) {
    return Flux.fromIterable(linesOfLoad.entrySet())
        .concatMap(
            load ->
                database
                    .sql("update import set rejected = rejected + $2 where import_id = $1")
                    .bind(0, UUID.fromString(load.getKey()))
                    .bind(1, load.getValue())
                    .then())
        .then();
  }

  private Mono<Void> entered(UUID id, long accepted) {
    return database
        .sql("update import set accepted = accepted + $2 where import_id = $1")
        .bind(0, id)
        .bind(1, accepted)
        .then();
  }

  private static ImportRow row(Readable row) {
    String header = row.get("header", String.class);
    return new ImportRow(
        required(row, "import_id", UUID.class),
        Kind.named(required(row, "kind", String.class)).orElseThrow(),
        required(row, "knowledge", String.class).equals("as-recorded"),
        required(row, "mapping", String.class),
        required(row, "format", String.class).equals(FileFormat.CSV.code()),
        required(row, "state", String.class),
        required(row, "bytes", Long.class),
        header == null ? List.of() : List.of(JSON.readValue(header, String[].class)),
        required(row, "position", Long.class),
        required(row, "line", Integer.class),
        row.get("overlong_line", Integer.class),
        required(row, "received_at", Instant.class));
  }

  private static ImportView view(Readable row) {
    long read = required(row, "lines_read", Long.class);
    long accepted = required(row, "accepted", Long.class);
    long rejected = required(row, "rejected", Long.class);
    long waiting = required(row, "lines_waiting", Long.class);
    return new ImportView(
        required(row, "import_id", UUID.class),
        required(row, "kind", String.class),
        required(row, "state", String.class),
        read,
        accepted,
        rejected,
        read - accepted - rejected - waiting,
        waiting,
        required(row, "knowledge", String.class),
        required(row, "bytes", Long.class),
        List.of(required(row, "warnings", String[].class)),
        row.get("failure", String.class),
        required(row, "received_at", Instant.class),
        row.get("finished_at", Instant.class));
  }

  private static <T> T required(Readable row, String column, Class<T> type) {
    @Nullable T value = row.get(column, type);
    return Objects.requireNonNull(value, column);
  }
}
