package io.holdfast.ingestion.intake;

import io.holdfast.ingestion.tracking.ReceivedCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers message ids per source, so that what an SDK sends again has no second effect. */
@Component
class ReceivedPayloads {
  private final DatabaseClient database;

  ReceivedPayloads(DatabaseClient database) {
    this.database = database;
  }

  /** Those not received before, in order, each once. */
  Mono<List<ReceivedCall>> firstTime(List<ReceivedCall> calls) {
    if (calls.isEmpty()) {
      return Mono.just(List.of());
    }
    List<ReceivedCall> ordered =
        calls.stream().sorted(Comparator.comparing(ReceivedPayloads::key)).toList();
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
        .bind(0, ordered.stream().map(ReceivedCall::sourceId).toArray(UUID[]::new))
        .bind(1, ordered.stream().map(ReceivedCall::messageId).toArray(String[]::new))
        .map(row -> row.get(0, UUID.class) + ":" + row.get(1, String.class))
        .all()
        .collect(HashSet<String>::new, Set::add)
        .map(
            fresh -> {
              List<ReceivedCall> first = new ArrayList<>();
              calls.forEach(
                  call -> {
                    if (fresh.remove(key(call))) {
                      first.add(call);
                    }
                  });
              return first;
            });
  }

  private static String key(ReceivedCall call) {
    return call.sourceId() + ":" + call.messageId();
  }
}
