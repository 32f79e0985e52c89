package io.holdfast.ingestion.live;

import io.holdfast.ingestion.identity.ErasedNames;
import io.holdfast.ingestion.identity.ErasedNames.Erased;
import io.holdfast.ingestion.identity.TextsOf;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the last events of each source in a ring of rows, of each batch the last few: so it costs
 * the same however much comes. Works inside a tenant's transaction.
 */
@Component
public class RecentEvents {
  /** Rows of one source. */
  static final int RING = 200;

  private static final int OF_A_BATCH = 25;
  private static final int LONGEST_BODY = 8_000;

  private final DatabaseClient database;
  private final ErasedNames erasedNames;
  private final Map<String, AtomicInteger> next = new ConcurrentHashMap<>();

  RecentEvents(DatabaseClient database, ErasedNames erasedNames) {
    this.database = database;
    this.erasedNames = erasedNames;
  }

  public Mono<Void> note(List<RecentEvent> events) {
    Map<String, RecentEvent> rows = new TreeMap<>();
    bySource(events)
        .forEach(
            (source, all) ->
                all.subList(Math.max(0, all.size() - OF_A_BATCH), all.size())
                    .forEach(event -> rows.put(slot(source), event)));
    if (rows.isEmpty()) {
      return Mono.empty();
    }
    return erasedNames.among(() -> texts(rows.values())).flatMap(erased -> store(rows, erased));
  }

  private static Map<String, List<RecentEvent>> bySource(List<RecentEvent> events) {
    Map<String, List<RecentEvent>> sources = new LinkedHashMap<>();
    events.forEach(
        event -> sources.computeIfAbsent(event.source(), _ -> new ArrayList<>()).add(event));
    return sources;
  }

  /** The next place in the ring; instances begin anywhere and need not agree. */
  private String slot(String source) {
    int at =
        next.computeIfAbsent(
                source, _ -> new AtomicInteger(ThreadLocalRandom.current().nextInt(RING)))
            .getAndUpdate(last -> (last + 1) % RING);
    return "%s|%03d".formatted(source, at);
  }

  /** Written in order of the key, so that two transactions never wait for each other. */
  private Mono<Void> store(Map<String, RecentEvent> rows, Erased erased) {
    List<String> places = List.copyOf(rows.keySet());
    List<RecentEvent> events = List.copyOf(rows.values());
    return database
        .sql(
            """
            insert into recent_event as r
              (source, slot, received_at, type, message_id, event, account_id, verdict, reason, body)
            select * from unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
              $7::text[], $8::text[], $9::text[], $10::text[])
            on conflict (tenant_id, source, slot) do update
               set id = excluded.id, received_at = excluded.received_at, type = excluded.type,
                   message_id = excluded.message_id, event = excluded.event, account_id = excluded.account_id,
                   verdict = excluded.verdict, reason = excluded.reason, body = excluded.body
            """) // recent_event_pkey
        .bind(0, events.stream().map(RecentEvent::source).toArray(String[]::new))
        .bind(
            1,
            places.stream()
                .map(place -> Integer.valueOf(place.substring(place.lastIndexOf('|') + 1)))
                .toArray(Integer[]::new))
        .bind(
            2,
            events.stream()
                .map(event -> event.receivedAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new))
        .bind(3, column(events, RecentEvent::type))
        .bind(4, column(events, RecentEvent::messageId))
        .bind(5, column(events, RecentEvent::event))
        .bind(6, column(events, RecentEvent::accountId))
        .bind(7, column(events, RecentEvent::verdict))
        .bind(8, column(events, RecentEvent::reason))
        .bind(9, column(events, event -> body(event, erased)))
        .then();
  }

  private static @Nullable String[] column(
      List<RecentEvent> events, Function<RecentEvent, @Nullable String> column) {
    @Nullable String[] values = new @Nullable String[events.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(events.get(i));
    }
    return values;
  }

  /** Absent where it is long, or names somebody who was erased. */
  private static @Nullable String body(RecentEvent event, Erased erased) {
    if (event.body() == null) {
      return null;
    }
    String body = event.body().toString();
    return body.length() > LONGEST_BODY
            || body.contains("\\u0000")
            || TextsOf.all(event.body()).stream().anyMatch(erased::is)
        ? null
        : body;
  }

  private static Collection<String> texts(Collection<RecentEvent> events) {
    Set<String> texts = new HashSet<>();
    events.forEach(
        event -> {
          if (event.body() != null) {
            texts.addAll(TextsOf.all(event.body()));
          }
        });
    return texts;
  }
}
