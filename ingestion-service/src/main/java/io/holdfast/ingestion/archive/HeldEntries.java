package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reason;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Use;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries that were understood but cannot enter yet. */
@Component
public class HeldEntries {
  private final DatabaseClient database;

  HeldEntries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * Keeps entries with the reason they wait for; says which of them were not there with the same
   * content already.
   */
  public Mono<Set<Entry>> hold(Map<Entry, Reason> waiting) {
    Map<String, Entry> last = new LinkedHashMap<>();
    waiting.keySet().forEach(entry -> last.put(entry.kind().plural() + "|" + entry.key(), entry));
    if (last.isEmpty()) {
      return Mono.just(Set.of());
    }
    List<Entry> entries =
        last.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    return new EntryColumns(
            entries,
            database.sql(
                """
                insert into held_entry as h
                  (kind, entry_key, happened_at, body, received_at, recorded_at, assumed, load, source,
                   reason, awaits, or_awaits, line, person, event)
                select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[],
                  $5::timestamptz[], $6::timestamptz[], $7::boolean[], $8::text[], $9::text[],
                  $10::text[], $11::text[], $12::text[], $13::int[], $14::text[], $15::text[])
                on conflict (tenant_id, kind, entry_key) do update
                   set happened_at = excluded.happened_at,
                       body = case when h.kind = 'contacts' then (h.body::jsonb || excluded.body::jsonb)::text
                              else excluded.body end,
                       received_at = excluded.received_at, recorded_at = excluded.recorded_at,
                       assumed = excluded.assumed, load = excluded.load, source = excluded.source,
                       reason = excluded.reason, awaits = excluded.awaits, or_awaits = excluded.or_awaits,
                       line = excluded.line, person = excluded.person, event = excluded.event
                 where (h.body, h.awaits) is distinct from (excluded.body, excluded.awaits)
                returning kind, entry_key
                """))
        .common()
        .text(entry -> Objects.requireNonNull(waiting.get(entry)).code())
        .text(entry -> awaits(entry, 0))
        .text(entry -> awaits(entry, 1))
        .number(Entry::line)
        .text(HeldEntries::person)
        .text(entry -> entry.use() == null ? null : entry.use().event())
        .spec()
        .map(row -> row.get(0, String.class) + "|" + row.get(1, String.class))
        .all()
        .collect(HashSet<String>::new, Set::add)
        .map(
            kept -> {
              Set<Entry> news = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
              kept.forEach(key -> news.add(Objects.requireNonNull(last.get(key))));
              return news;
            });
  }

  /** What entries wait for, each once. */
  public Flux<Reference> awaited() {
    return database
        .sql(
            """
            select distinct awaits from held_entry where awaits is not null and reason <> 'future_timestamp'
            union
            select distinct or_awaits from held_entry where or_awaits is not null and reason <> 'future_timestamp'
            """) // held_entry_awaits, held_entry_or_awaits
        .map(row -> Reference.parse(text(row, 0)))
        .all();
  }

  /** Takes out entries that wait for one of these. */
  public Mono<List<Entry>> takeThoseAwaiting(Collection<Reference> references, int limit) {
    return database
        .sql(
            """
            delete from held_entry
             where (tenant_id, id) in (
               select tenant_id, id from held_entry
                where (awaits = any($1::text[]) or or_awaits = any($1::text[])) and reason <> 'future_timestamp'
                order by id limit $2 for update skip locked)
            returning *
            """) // held_entry_awaits, held_entry_or_awaits
        .bind(0, references.stream().map(Reference::text).toArray(String[]::new))
        .bind(1, limit)
        .map(HeldEntries::entry)
        .all()
        .collectList();
  }

  /** Lets go of what waits under these keys, because newer content has entered under them. */
  public Mono<Void> forget(Collection<Entry> entered) {
    if (entered.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            delete from held_entry h using unnest($1::text[], $2::text[]) as e (kind, entry_key)
             where h.kind = e.kind and h.entry_key = e.entry_key
            """)
        .bind(0, entered.stream().map(entry -> entry.kind().plural()).toArray(String[]::new))
        .bind(1, entered.stream().map(Entry::key).toArray(String[]::new))
        .then();
  }

  /** Takes out one entry, empty when there is none with this id. */
  public Mono<Entry> take(UUID id) {
    return database
        .sql("delete from held_entry where id = $1 returning *")
        .bind(0, id)
        .map(HeldEntries::entry)
        .one();
  }

  /** Entries by age, after or before the one with the id given. */
  public Flux<Held> list(
      @Nullable String reason,
      @Nullable String source,
      @Nullable UUID after,
      boolean newestFirst,
      int limit) {
    return database
        .sql(
            """
            select * from held_entry
             where ($1 = '' or reason = $1) and ($2 = '' or source = $2) and ($3 = '' or id %s $3::uuid)
             order by id %s limit $4
            """
                .formatted(
                    newestFirst ? "<" : ">", newestFirst ? "desc" : "asc")) // held_entry_pkey
        .bind(0, reason == null ? "" : reason)
        .bind(1, source == null ? "" : source)
        .bind(2, after == null ? "" : after.toString())
        .bind(3, limit)
        .map(
            row ->
                new Held(
                    Objects.requireNonNull(row.get("id", UUID.class)),
                    String.valueOf(row.get("reason", String.class)),
                    Objects.requireNonNull(row.get("held_at", Instant.class)),
                    entry(row)))
        .all();
  }

  private static @Nullable String awaits(Entry entry, int position) {
    return entry.accounts().size() > position ? entry.accounts().get(position).text() : null;
  }

  private static @Nullable String person(Entry entry) {
    Reference person = entry.use() == null ? null : entry.use().person();
    return person == null ? null : person.text();
  }

  private static Entry entry(Readable row) {
    List<Reference> accounts = new ArrayList<>();
    for (String column : List.of("awaits", "or_awaits")) {
      String reference = row.get(column, String.class);
      if (reference != null) {
        accounts.add(Reference.parse(reference));
      }
    }
    String event = row.get("event", String.class);
    String person = row.get("person", String.class);
    return new Entry(
        Kind.named(text(row, "kind")).orElseThrow(),
        text(row, "entry_key"),
        accounts,
        event == null ? null : new Use(event, person == null ? null : Reference.parse(person)),
        Objects.requireNonNull(row.get("happened_at", Instant.class)),
        text(row, "body"),
        new Knowledge(
            Objects.requireNonNull(row.get("received_at", Instant.class)),
            row.get("recorded_at", Instant.class),
            Objects.requireNonNull(row.get("assumed", Boolean.class)),
            row.get("load", String.class)),
        text(row, "source"),
        Objects.requireNonNull(row.get("line", Integer.class)));
  }

  private static String text(Readable row, int column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }
}
