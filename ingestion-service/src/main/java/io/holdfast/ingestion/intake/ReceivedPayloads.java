package io.holdfast.ingestion.intake;

import io.holdfast.ingestion.acknowledging.Sent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers message ids per source, so that what a sender sends again has no second effect. */
@Component
class ReceivedPayloads {
  private final DatabaseClient database;

  ReceivedPayloads(DatabaseClient database) {
    this.database = database;
  }

  /** Those not received before, in order, each once. */
  <T extends Sent> Mono<List<T>> firstTime(List<T> payloads) {
    if (payloads.isEmpty()) {
      return Mono.just(List.of());
    }
    List<T> ordered =
        payloads.stream().sorted(Comparator.comparing(ReceivedPayloads::key)).toList();
    // received_payload_pkey. Written in order of the key, so that two transactions never wait for
    // each other.
    return database
        .sql(
            """
            insert into received_payload (source_id, message_id)
            select * from unnest($1::uuid[], $2::text[])
            on conflict (tenant_id, source_id, message_id) do nothing
            returning source_id, message_id
            """)
        .bind(0, ordered.stream().map(Sent::sourceId).toArray(UUID[]::new))
        .bind(1, ordered.stream().map(Sent::messageId).toArray(String[]::new))
        .map(row -> row.get(0, UUID.class) + ":" + row.get(1, String.class))
        .all()
        .collect(HashSet<String>::new, Set::add)
        .map(
            fresh -> {
              List<T> first = new ArrayList<>();
              payloads.forEach(
                  payload -> {
                    if (fresh.remove(key(payload))) {
                      first.add(payload);
                    }
                  });
              return first;
            });
  }

  private static String key(Sent payload) {
    return payload.sourceId() + ":" + payload.messageId();
  }
}
