package io.holdfast.ingestion.plan;

import io.holdfast.ingestion.entry.Entry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Counts the events that came in, planned or not. */
@Component
public class SeenEvents {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DatabaseClient database;

  SeenEvents(DatabaseClient database) {
    this.database = database;
  }

  private record Seen(long uses, Instant last) {
    Seen and(Seen other) {
      return new Seen(uses + other.uses, last.isAfter(other.last) ? last : other.last);
    }
  }

  /** One row may stand for several uses. */
  static long uses(Entry usage) {
    try (JsonParser json = JSON.createParser(usage.body())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean count = json.currentName().equals("count");
        if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && count) {
          return json.getLongValue();
        }
        json.skipChildren();
      }
    }
    return 1;
  }

  public Mono<Void> count(Collection<Entry> usage) {
    SortedMap<String, Seen> seen = new TreeMap<>();
    for (Entry entry : usage) {
      if (entry.use() != null) {
        seen.merge(entry.use().event(), new Seen(uses(entry), entry.time()), Seen::and);
      }
    }
    if (seen.isEmpty()) {
      return Mono.empty();
    }
    // seen_event_pkey. Written in order of the name, so that two transactions never wait for each
    // other.
    return database
        .sql(
            """
            insert into seen_event as s (event, uses, last_seen_at)
            select * from unnest($1::text[], $2::bigint[], $3::timestamptz[])
            on conflict (tenant_id, event) do update
               set uses = s.uses + excluded.uses, last_seen_at = greatest(s.last_seen_at, excluded.last_seen_at)
            """)
        .bind(0, seen.keySet().toArray(String[]::new))
        .bind(1, seen.values().stream().map(Seen::uses).toArray(Long[]::new))
        .bind(
            2,
            seen.values().stream()
                .map(one -> one.last().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new))
        .then();
  }
}
