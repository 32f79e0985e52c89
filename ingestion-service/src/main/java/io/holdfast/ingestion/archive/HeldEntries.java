package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reason;
import io.holdfast.ingestion.entry.Reference;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What came and cannot enter yet. */
@Component
public class HeldEntries {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DatabaseClient database;

  HeldEntries(DatabaseClient database) {
    this.database = database;
  }

  /**
   * Keeps entries with the reason they wait for; says which of them were not there with the same
   * content already.
   */
  public Mono<Set<Entry>> hold(Map<Entry, Reason> waiting) {
    Map<String, Entry> last = new HashMap<>();
    Map<String, Entry> together = new TreeMap<>();
    waiting
        .keySet()
        .forEach(
            entry -> {
              String key = entry.kind().plural() + "|" + entry.key();
              last.put(key, entry);
              together.merge(key, entry, HeldEntries::together);
            });
    if (last.isEmpty()) {
      return Mono.just(Set.of());
    }
    Map<Entry, Reason> reasons = new IdentityHashMap<>();
    together.forEach(
        (key, entry) -> reasons.put(entry, Objects.requireNonNull(waiting.get(last.get(key)))));
    List<Entry> entries = List.copyOf(together.values());
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
                       line = excluded.line, person = excluded.person, event = excluded.event,
                       form = excluded.form, detail = excluded.detail
                 where (h.body, h.awaits) is distinct from (excluded.body, excluded.awaits)
                returning kind, entry_key
                """))
        .common()
        .text(entry -> Objects.requireNonNull(reasons.get(entry)).code())
        .text(entry -> HeldRow.awaits(entry, 0))
        .text(entry -> HeldRow.awaits(entry, 1))
        .number(Entry::line)
        .text(HeldRow::person)
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

  /** What is said of a contact piece by piece waits together. */
  private static Entry together(Entry earlier, Entry later) {
    if (later.kind() != Kind.CONTACT) {
      return later;
    }
    ObjectNode body = (ObjectNode) JSON.readTree(earlier.body());
    body.setAll((ObjectNode) JSON.readTree(later.body()));
    return new Entry(
        later.kind(),
        later.key(),
        later.accounts(),
        later.use(),
        later.time(),
        body.toString(),
        later.knowledge(),
        later.source(),
        later.line());
  }

  /** Takes out entries that wait for one of these. */
  public Mono<List<Entry>> takeThoseAwaiting(Collection<Reference> references, int limit) {
    return database
        .sql(
            """
            with next as materialized (
              select tenant_id, id from held_entry
               where (awaits = any($1::text[]) or or_awaits = any($1::text[])) and reason in ('unknown_account', 'no_account')
               order by id limit $2 for update skip locked)
            delete from held_entry h using next where h.tenant_id = next.tenant_id and h.id = next.id
            returning h.*
            """) // held_entry_awaits, held_entry_or_awaits
        .bind(0, references.stream().map(Reference::text).toArray(String[]::new))
        .bind(1, limit)
        .map(HeldRow::entry)
        .all()
        .collectList();
  }

  /**
   * Lets go of what waits under these keys, because newer content has entered under them. Most
   * often nothing waits at all, which one look tells.
   */
  public Mono<Void> forget(Collection<Entry> entered) {
    return entered.isEmpty()
        ? Mono.empty()
        : anything().flatMap(any -> any ? letGo(entered) : Mono.empty());
  }

  private Mono<Boolean> anything() {
    return database
        .sql(
            "select (select id from held_entry order by id limit 1) is not null") // held_entry_pkey
        .map(row -> Objects.requireNonNull(row.get(0, Boolean.class)))
        .one();
  }

  private Mono<Void> letGo(Collection<Entry> entered) {
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
  public Mono<Held> take(UUID id) {
    return database
        .sql("delete from held_entry where id = $1 returning *")
        .bind(0, id)
        .map(HeldRow::held)
        .one();
  }

  /** An entry that was taken out and waits again does so under its old id, since when it did. */
  public Mono<Void> keepPlace(Held held) {
    return database
        .sql("update held_entry set id = $3, held_at = $4 where kind = $1 and entry_key = $2")
        .bind(0, held.entry().kind().plural())
        .bind(1, held.entry().key())
        .bind(2, held.id())
        .bind(3, held.since())
        .then();
  }

  /** Takes out entries that are meant, in order of their ids behind one. */
  public Mono<List<Held>> take(HeldFilter filter, @Nullable UUID after, int limit) {
    return filter
        .bind(
            database.sql(
                """
                with next as materialized (
                  select tenant_id, id from held_entry
                   where %s and ($8 = '' or id > $8::uuid)
                   order by id limit $9 for update skip locked)
                delete from held_entry h using next where h.tenant_id = next.tenant_id and h.id = next.id
                returning h.*
                """
                    .formatted(HeldFilter.CONDITION))) // held_entry_pkey, _reason, _source
        .bind(7, after == null ? "" : after.toString())
        .bind(8, limit)
        .map(HeldRow::held)
        .all()
        .sort(Comparator.comparing(held -> held.id().toString()))
        .collectList();
  }

  /** Entries by age, after or before the one with the id given. */
  public Flux<Held> list(HeldFilter filter, @Nullable UUID after, boolean newestFirst, int limit) {
    return filter
        .bind(
            database.sql(
                """
                select * from held_entry
                 where %s and ($8 = '' or id %s $8::uuid)
                 order by id %s limit $9
                """
                    .formatted(
                        HeldFilter.CONDITION,
                        newestFirst ? "<" : ">",
                        newestFirst ? "desc" : "asc"))) // held_entry_pkey, _reason, _source
        .bind(7, after == null ? "" : after.toString())
        .bind(8, limit)
        .map(HeldRow::held)
        .all();
  }
}
