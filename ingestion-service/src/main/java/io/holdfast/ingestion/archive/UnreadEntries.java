package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Entry;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What came and cannot be read stands in the quarantine too, with what is wrong. */
@Component
public class UnreadEntries {
  private final DatabaseClient database;

  UnreadEntries(DatabaseClient database) {
    this.database = database;
  }

  /** Keeps what cannot be read, the latest under each key. */
  public Mono<Void> keep(Collection<SetAside> unread) {
    if (unread.isEmpty()) {
      return Mono.empty();
    }
    Map<Entry, SetAside> ordered = new LinkedHashMap<>();
    unread.stream()
        .sorted(
            Comparator.comparing((SetAside one) -> one.asItCame().kind().plural())
                .thenComparing(one -> one.asItCame().key()))
        .forEach(one -> ordered.put(one.asItCame(), one));
    return new EntryColumns(
            List.copyOf(ordered.keySet()),
            database.sql(
                """
                insert into held_entry as h
                  (kind, entry_key, happened_at, body, received_at, recorded_at, assumed, load, source,
                   reason, form, detail, line)
                select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[],
                  $5::timestamptz[], $6::timestamptz[], $7::boolean[], $8::text[], $9::text[],
                  $10::text[], $11::text[], $12::text[], $13::int[])
                on conflict (tenant_id, kind, entry_key) do update
                   set happened_at = excluded.happened_at, body = excluded.body,
                       received_at = excluded.received_at, recorded_at = excluded.recorded_at,
                       source = excluded.source, reason = excluded.reason, form = excluded.form,
                       detail = excluded.detail
                 where (h.body, h.detail) is distinct from (excluded.body, excluded.detail)
                """))
        .common()
        .text(entry -> told(ordered, entry).reason().code())
        .text(entry -> told(ordered, entry).form().name().toLowerCase(Locale.ROOT))
        .text(entry -> told(ordered, entry).detail())
        .number(Entry::line)
        .spec()
        .then();
  }

  private static SetAside told(Map<Entry, SetAside> all, Entry entry) {
    return Objects.requireNonNull(all.get(entry));
  }
}
