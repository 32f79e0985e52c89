package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Verdict;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The tenant's imports and how far they have come, inside its transaction. */
@Component
public class Imports {
  private static final JsonMapper JSON = JsonMapper.builder().build();
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

  Mono<ImportView> find(UUID id) {
    return database
        .sql("select * from import where import_id = $1 and state <> 'receiving'")
        .bind(0, id)
        .map(Imports::view)
        .one();
  }

  /** Imports by age, after or before the one with the id given. */
  Flux<ImportView> list(@Nullable UUID after, boolean newestFirst, int limit) {
    return database
        .sql(
            """
            select * from import
             where state <> 'receiving' and ($1 = '' or import_id %s $1::uuid)
             order by import_id %s limit $2
            """
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
    return database
        .sql(
            """
            update import
               set position = $2, line = $3, lines_read = lines_read + $4, accepted = accepted + $5,
                   rejected = rejected + $6, duplicate = duplicate + $7, waiting = waiting + $8,
                   state = $9, finished_at = case when $9 = 'completed' then now() end
             where import_id = $1
            """)
        .bind(0, id)
        .bind(1, progress.position())
        .bind(2, progress.line())
        .bind(3, progress.read())
        .bind(4, progress.accepted())
        .bind(5, progress.rejected())
        .bind(6, progress.duplicate())
        .bind(7, progress.waiting())
        .bind(8, progress.finished() ? "completed" : "running")
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

  /** Lines that waited have entered, or turned out to be there already. */
  public Mono<Void> entered(Map<String, Map<Verdict, Long>> verdictsOfLoad) {
    return Flux.fromIterable(verdictsOfLoad.entrySet())
        .concatMap(load -> entered(UUID.fromString(load.getKey()), load.getValue()))
        .then();
  }

  private Mono<Void> entered(UUID id, Map<Verdict, Long> verdicts) {
    long accepted = verdicts.getOrDefault(Verdict.ACCEPTED, 0L);
    long duplicate = verdicts.getOrDefault(Verdict.DUPLICATE, 0L);
    return database
        .sql(
            """
            update import set waiting = greatest(0, waiting - $2 - $3), accepted = accepted + $2,
                   duplicate = duplicate + $3
             where import_id = $1
            """)
        .bind(0, id)
        .bind(1, accepted)
        .bind(2, duplicate)
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
        required(row, "received_at", Instant.class));
  }

  private static ImportView view(Readable row) {
    return new ImportView(
        required(row, "import_id", UUID.class),
        required(row, "kind", String.class),
        required(row, "state", String.class),
        required(row, "lines_read", Long.class),
        required(row, "accepted", Long.class),
        required(row, "rejected", Long.class),
        required(row, "duplicate", Long.class),
        required(row, "waiting", Long.class),
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
