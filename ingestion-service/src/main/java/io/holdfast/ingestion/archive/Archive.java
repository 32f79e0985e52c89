package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * What was accepted. The broker is owed it in the same transaction: usage by parcels, facts by
 * their rows.
 */
@Component
public class Archive {
  /** Relies on declared_content_pkey. */
  private static final String NEWLY_DECLARED =
      """
      with new as (
        insert into declared_content (kind, entry_key, content)
        select * from unnest($1::text[], $2::text[], $3::uuid[])
        on conflict do nothing
        returning kind, entry_key)
      select array(select kind || '|' || entry_key from new)
      """;

  /** Relies on current_content_pkey. */
  private static final String NOT_CURRENT =
      """
      with new as (
        insert into current_content as c (kind, entry_key, content)
        select * from unnest($1::text[], $2::text[], $3::uuid[])
        on conflict (tenant_id, kind, entry_key) do update set content = excluded.content
         where c.content <> excluded.content
        returning kind, entry_key)
      select array(select kind || '|' || entry_key from new)
      """;

  private final DatabaseClient database;
  private final UsageRows usageRows;
  private final Traceparent traceparent;

  Archive(DatabaseClient database, UsageRows usageRows, Traceparent traceparent) {
    this.database = database;
    this.usageRows = usageRows;
    this.traceparent = traceparent;
  }

  /** Stores usage that is not there yet and says which entries that were. */
  public Mono<Set<Entry>> addUsage(TenantId tenant, List<Attributed> usage) {
    return usage.isEmpty()
        ? Mono.just(Set.of())
        : Mono.deferContextual(context -> usageRows.add(tenant, usage, trace(context)));
  }

  /** Stores what is new or says something else than before, and says which entries that were. */
  public Mono<Set<Entry>> addChanged(List<Attributed> facts) {
    return Flux.fromIterable(waves(facts))
        .concatMap(this::changed)
        .collectList()
        .flatMap(
            waves -> {
              List<Attributed> all = waves.stream().flatMap(List::stream).toList();
              return add(all).thenReturn(identities(all));
            });
  }

  /** Stores facts as they are. */
  public Mono<Void> add(List<Attributed> facts) {
    return Mono.deferContextual(context -> add(facts, trace(context)));
  }

  private Mono<Void> add(List<Attributed> facts, String trace) {
    if (facts.isEmpty()) {
      return Mono.empty();
    }
    return new EntryColumns(
            entries(facts),
            database.sql(
                """
                insert into archived_fact
                  (kind, entry_key, happened_at, body, received_at, recorded_at, assumed, load, source, account_id,
                   traceparent)
                select *, $11::text from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[],
                  $5::timestamptz[], $6::timestamptz[], $7::boolean[], $8::text[], $9::text[], $10::text[])
                """))
        .common()
        .bind(accounts(facts))
        .bind(trace)
        .spec()
        .then();
  }

  private Mono<List<Attributed>> changed(List<Attributed> wave) {
    List<Attributed> declared = wave.stream().filter(Archive::declaresItsRecordTime).toList();
    List<Attributed> undated = wave.stream().filter(one -> !declaresItsRecordTime(one)).toList();
    return keys(NEWLY_DECLARED, declared)
        .flatMap(some -> keys(NOT_CURRENT, undated).map(others -> union(some, others)))
        .map(keys -> wave.stream().filter(one -> keys.contains(keyOf(one.entry()))).toList());
  }

  private static boolean declaresItsRecordTime(Attributed one) {
    return one.entry().knowledge().assumed() && one.entry().knowledge().recordedAt() != null;
  }

  /** Written in order of the key, so that two transactions never wait for each other. */
  private Mono<Set<String>> keys(String sql, List<Attributed> facts) {
    if (facts.isEmpty()) {
      return Mono.just(Set.of());
    }
    List<Attributed> ordered =
        facts.stream().sorted(Comparator.comparing(one -> keyOf(one.entry()))).toList();
    return new EntryColumns(entries(ordered), database.sql(sql))
        .text(entry -> entry.kind().plural())
        .text(Entry::key)
        .bind(
            ordered.stream().map(one -> one.entry().content(one.accountId())).toArray(UUID[]::new))
        .spec()
        .map(row -> Set.of(Objects.requireNonNull(row.get(0, String[].class))))
        .one();
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Cuts a batch so that no part holds a key twice: a statement may touch a row only once. */
  static List<List<Attributed>> waves(List<Attributed> facts) {
    List<List<Attributed>> waves = new ArrayList<>();
    Map<String, Integer> seen = new java.util.HashMap<>();
    for (Attributed fact : facts) {
      int wave = seen.merge(keyOf(fact.entry()), 1, Integer::sum) - 1;
      if (wave == waves.size()) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave).add(fact);
    }
    return waves;
  }

  private String trace(ContextView context) {
    String current = traceparent.of(context);
    return current == null ? "" : current;
  }

  private static String keyOf(Entry entry) {
    return entry.kind().plural() + "|" + entry.key();
  }

  private static Set<Entry> identities(List<Attributed> facts) {
    Set<Entry> found = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    facts.forEach(one -> found.add(one.entry()));
    return found;
  }

  private static List<Entry> entries(List<Attributed> attributed) {
    return attributed.stream().map(Attributed::entry).toList();
  }

  private static String[] accounts(List<Attributed> attributed) {
    return attributed.stream().map(Attributed::accountId).toArray(String[]::new);
  }
}
