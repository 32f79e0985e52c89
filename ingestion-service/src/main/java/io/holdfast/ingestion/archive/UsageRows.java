package io.holdfast.ingestion.archive;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code archived_usage}, whose rows are written once, and what is owed of them. */
@Component
final class UsageRows {
  private static final Long[] NO_TIMES = {};
  private static final Boolean[] NO_FLAGS = {};

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

  /** Those that were not there, in the order given. */
  private Mono<List<Arrived>> inserted(List<Arrived> arrived, String trace) {
    return insertion(arrived.stream().sorted(Comparator.comparing(Arrived::key)).toList(), trace)
        .map(
            row -> {
              if (Objects.requireNonNull(row.get(0, Long.class)) == arrived.size()) {
                return arrived;
              }
              Set<String> news = Set.of(Objects.requireNonNull(row.get(1, String[].class)));
              return arrived.stream().filter(one -> news.contains(one.key())).toList();
            })
        .one();
  }

  /**
   * Says how many archived_usage_pkey did not know, and their keys unless that is all. Written in
   * order of the key, so that two transactions never wait for each other.
   */
  private GenericExecuteSpec insertion(List<Arrived> arrived, String trace) {
    List<Entry> entries = arrived.stream().map(one -> one.usage().entry()).toList();
    List<Attributed> usage = arrived.stream().map(Arrived::usage).toList();
    boolean observed = entries.stream().allMatch(UsageRows::isObserved);
    return database
        .sql(
            """
            with new as (
              insert into archived_usage
                (kind, entry_key, happened_at, body, received_at, recorded_at, assumed, load, source, account_id,
                 person, event, visitor, id, traceparent, published)
              select 'usage', u.entry_key, epoch + u.happened * us, u.body, epoch + u.received * us,
                     epoch + case when $14 then u.received else u.recorded end * us, coalesce(u.assumed, false), u.load,
                     coalesce(u.source, ($8::text[])[1]), coalesce(u.account_id, ($9::text[])[1]), u.person,
                     coalesce(u.event, ($11::text[])[1]), u.visitor, u.id, $15::text, true
                from unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::boolean[], $7::text[],
                       $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::uuid[])
                       as u (entry_key, happened, body, received, recorded, assumed, load, source, account_id, person,
                             event, visitor, id),
                     (values (timestamptz 'epoch', interval '1 microsecond')) as unit (epoch, us)
              on conflict (tenant_id, entry_key) do nothing
              returning entry_key)
            select count(*), case when count(*) < cardinality($1::text[]) then array(select entry_key from new) end
              from new
            """)
        .bind(0, UsageColumns.of(arrived, Arrived::key))
        .bind(1, UsageColumns.micros(entries, Entry::time))
        .bind(2, UsageColumns.of(entries, Entry::body))
        .bind(3, UsageColumns.micros(entries, entry -> entry.knowledge().receivedAt()))
        .bind(4, observed ? NO_TIMES : UsageColumns.micros(entries, UsageRows::recordedAt))
        .bind(
            5,
            observed
                ? NO_FLAGS
                : entries.stream().map(UsageRows::isAssumed).toArray(Boolean[]::new))
        .bind(6, UsageColumns.sparse(entries, entry -> entry.knowledge().load()))
        .bind(7, UsageColumns.repeated(entries, Entry::source))
        .bind(8, UsageColumns.repeated(usage, Attributed::accountId))
        .bind(9, UsageColumns.sparse(usage, Attributed::person))
        .bind(10, UsageColumns.repeated(entries, UsageRows::event))
        .bind(11, UsageColumns.sparse(usage, Attributed::visitor))
        .bind(12, arrived.stream().map(Arrived::id).toArray(UUID[]::new))
        .bind(13, observed)
        .bind(14, trace);
  }

  /** Known when it came, as what a source sends. */
  private static boolean isObserved(Entry entry) {
    return !isAssumed(entry) && entry.knowledge().receivedAt().equals(recordedAt(entry));
  }

  private static boolean isAssumed(Entry entry) {
    return entry.knowledge().assumed();
  }

  private static @Nullable Instant recordedAt(Entry entry) {
    return entry.knowledge().recordedAt();
  }

  private static String event(Entry entry) {
    return entry.use() == null ? "" : entry.use().event();
  }

  private static Set<Entry> entries(List<Arrived> arrived) {
    Set<Entry> entries = Collections.newSetFromMap(new IdentityHashMap<>());
    arrived.forEach(one -> entries.add(one.usage().entry()));
    return entries;
  }
}
