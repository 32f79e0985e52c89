package io.holdfast.ingestion.archive;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.tenancy.TenantId;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code archived_usage}, whose rows are written once, and what is owed of them. */
@Component
final class UsageRows {
  private final DatabaseClient database;
  private final OwedUsage owed;

  UsageRows(DatabaseClient database, OwedUsage owed) {
    this.database = database;
    this.owed = owed;
  }

  /** Usage, and the id it has in the archive and as a message if it is new there. */
  private record Arrived(UUID id, Attributed usage) {
    String key() {
      return usage.entry().key();
    }
  }

  /** Stores usage that is not there yet and says which entries that were. */
  Mono<Set<Entry>> add(TenantId tenant, List<Attributed> usage, String trace) {
    Map<String, Arrived> arrived = new LinkedHashMap<>();
    for (Attributed one : usage) {
      arrived.computeIfAbsent(
          one.entry().key(), _ -> new Arrived(UuidCreator.getTimeOrderedEpoch(), one));
    }
    return inserted(List.copyOf(arrived.values()), trace)
        .flatMap(
            news ->
                owed.add(
                        news.stream()
                            .map(
                                one ->
                                    ArchivedMessage.of(
                                        tenant.value(), one.id(), one.usage(), trace))
                            .toList(),
                        trace)
                    .then(Mono.fromSupplier(() -> entries(news))));
  }

  /**
   * Those that archived_usage_pkey did not know, in the order given. Written in order of the key,
   * so that two transactions never wait for each other.
   */
  private Mono<List<Arrived>> inserted(List<Arrived> arrived, String trace) {
    List<Arrived> ordered = arrived.stream().sorted(Comparator.comparing(Arrived::key)).toList();
    List<Attributed> usage = usages(ordered);
    return new EntryColumns(
            usage.stream().map(Attributed::entry).toList(),
            database.sql(
                """
                insert into archived_usage
                  (kind, entry_key, happened_at, body, received_at, recorded_at, assumed, load, source, account_id,
                   person, event, visitor, id, traceparent, published)
                select *, $15::text, true
                  from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[],
                    $5::timestamptz[], $6::timestamptz[], $7::boolean[], $8::text[], $9::text[],
                    $10::text[], $11::text[], $12::text[], $13::text[], $14::uuid[])
                on conflict (tenant_id, entry_key) do nothing
                """))
        .common()
        .bind(usage.stream().map(Attributed::accountId).toArray(String[]::new))
        .bind(usage.stream().map(Attributed::person).toArray(String[]::new))
        .text(entry -> entry.use() == null ? "" : entry.use().event())
        .bind(usage.stream().map(Attributed::visitor).toArray(String[]::new))
        .bind(ordered.stream().map(Arrived::id).toArray(UUID[]::new))
        .bind(trace)
        .spec()
        .fetch()
        .rowsUpdated()
        .flatMap(
            rows -> rows == arrived.size() ? Mono.just(arrived) : thoseInserted(arrived, ordered));
  }

  /** An entry that was there before has another id. */
  private Mono<List<Arrived>> thoseInserted(List<Arrived> arrived, List<Arrived> ordered) {
    return database
        .sql(
            """
            select array(
              select a.entry_key from unnest($1::text[], $2::uuid[]) as mine (entry_key, id)
                join archived_usage a on a.entry_key = mine.entry_key and a.id = mine.id)
            """) // archived_usage_pkey
        .bind(0, ordered.stream().map(Arrived::key).toArray(String[]::new))
        .bind(1, ordered.stream().map(Arrived::id).toArray(UUID[]::new))
        .map(row -> Set.of(Objects.requireNonNull(row.get(0, String[].class))))
        .one()
        .map(news -> arrived.stream().filter(one -> news.contains(one.key())).toList());
  }

  private static List<Attributed> usages(List<Arrived> arrived) {
    return arrived.stream().map(Arrived::usage).toList();
  }

  private static Set<Entry> entries(List<Arrived> arrived) {
    Set<Entry> entries = Collections.newSetFromMap(new IdentityHashMap<>());
    arrived.forEach(one -> entries.add(one.usage().entry()));
    return entries;
  }
}
