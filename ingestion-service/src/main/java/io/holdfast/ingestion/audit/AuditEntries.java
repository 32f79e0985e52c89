package io.holdfast.ingestion.audit;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The entries of the tenant at work. They are added and read, never changed: see V20. */
@Component
class AuditEntries {
  private final DatabaseClient database;
  private final JsonMapper json;

  AuditEntries(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  Mono<Void> add(List<AuditEntry> entries) {
    return entries.isEmpty()
        ? Mono.empty()
        : database
            .sql(
                """
                insert into audit_entry (entry_id, happened_at, service, actor, roles, client, action, object_type,
                  object_id, outcome, status, code, changes, people, suppressed, trace_id)
                select id::uuid, at::timestamptz, service, actor, string_to_array(roles, ' '), client, action, type,
                       object, outcome, status::int, code, changes, people::bigint, suppressed::bigint, trace
                  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                              $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                              $14::text[], $15::text[], $16::text[])
                    as it (id, at, service, actor, roles, client, action, type, object, outcome, status, code,
                           changes, people, suppressed, trace)
                on conflict do nothing
                """)
            .bind(0, texts(entries, AuditEntry::entryId))
            .bind(1, texts(entries, AuditEntry::at))
            .bind(2, texts(entries, AuditEntry::service))
            .bind(3, texts(entries, AuditEntry::actor))
            .bind(4, texts(entries, entry -> String.join(" ", entry.roles())))
            .bind(5, texts(entries, AuditEntry::client))
            .bind(6, texts(entries, AuditEntry::action))
            .bind(7, texts(entries, AuditEntry::objectType))
            .bind(8, texts(entries, AuditEntry::objectId))
            .bind(9, texts(entries, AuditEntry::outcome))
            .bind(10, texts(entries, AuditEntry::status))
            .bind(11, texts(entries, AuditEntry::code))
            .bind(12, texts(entries, entry -> json.writeValueAsString(entry.changes())))
            .bind(13, texts(entries, AuditEntry::count))
            .bind(14, texts(entries, AuditEntry::suppressed))
            .bind(15, texts(entries, AuditEntry::traceId))
            .then();
  }

  private static @Nullable String[] texts(
      List<AuditEntry> entries, Function<AuditEntry, @Nullable Object> field) {
    @Nullable String[] texts = new @Nullable String[entries.size()];
    for (int i = 0; i < texts.length; i++) {
      Object value = field.apply(entries.get(i));
      texts[i] = value == null ? null : value.toString();
    }
    return texts;
  }

  /** In order of time; what happened at once, by id. */
  Flux<AuditEntry> page(AuditFilter filter, boolean newestFirst, int limit) {
    String direction = newestFirst ? "desc" : "asc";
    return filter
        .select(
            database, "happened_at %s, entry_id %s limit %d".formatted(direction, direction, limit))
        .map(this::read)
        .all();
  }

  /** All of them, the newest first. */
  Flux<AuditEntry> all(AuditFilter filter) {
    return filter.select(database, "happened_at desc, entry_id desc").map(this::read).all();
  }

  private AuditEntry read(Readable row) {
    return new AuditEntry(
        need(row, "entry_id", UUID.class),
        need(row, "happened_at", Instant.class),
        need(row, "service", String.class),
        need(row, "actor", String.class),
        List.of(need(row, "roles", String[].class)),
        row.get("client", String.class),
        need(row, "action", String.class),
        need(row, "object_type", String.class),
        row.get("object_id", String.class),
        need(row, "outcome", String.class),
        need(row, "status", Integer.class),
        row.get("code", String.class),
        Arrays.asList(
            json.readValue(need(row, "changes", String.class), AuditEntry.Change[].class)),
        row.get("people", Long.class),
        row.get("suppressed", Long.class),
        row.get("trace_id", String.class));
  }

  private static <T> T need(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
