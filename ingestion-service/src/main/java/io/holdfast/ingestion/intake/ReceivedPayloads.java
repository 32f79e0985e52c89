package io.holdfast.ingestion.intake;

import io.holdfast.ingestion.acknowledging.Sent;
import io.holdfast.ingestion.tracking.ReceivedCall;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers message ids per source, so that what a sender sends again has no second effect. */
@Component
class ReceivedPayloads {
  private final DatabaseClient database;

  ReceivedPayloads(DatabaseClient database) {
    this.database = database;
  }

  /** Those not received before, in order, each once. They are remembered. */
  <T extends Sent> Mono<List<T>> firstTime(List<T> payloads) {
    return payloads.isEmpty()
        ? Mono.just(List.of())
        : ids(inserting(
                payloads,
                """
                with first as (
                  insert into received_payload (source_id, message_id)
                  select * from unnest($1::uuid[], $2::text[])
                  on conflict (tenant_id, source_id, message_id) do nothing
                  returning source_id, message_id)
                select array(select source_id || ':' || message_id from first)
                """)) // received_payload_pkey
            .map(
                first -> {
                  Set<String> left = new HashSet<>(first.toList());
                  return payloads.stream().filter(one -> left.remove(key(one))).toList();
                });
  }

  /**
   * Calls not received before, in order, each once. Those that become archived usage are known by
   * its key from then on; all others are still to be remembered.
   */
  Mono<List<ReceivedCall>> newCalls(List<ReceivedCall> calls) {
    Map<UUID, Set<String>> bySource = new LinkedHashMap<>();
    for (ReceivedCall call : calls) {
      bySource.computeIfAbsent(call.sourceId(), _ -> new LinkedHashSet<>()).add(call.messageId());
    }
    return Flux.fromIterable(bySource.entrySet())
        .concatMap(source -> before(source.getKey(), source.getValue()))
        .collect(HashSet<String>::new, Set::addAll)
        .map(known -> calls.stream().filter(call -> known.add(key(call))).toList());
  }

  private Mono<List<String>> before(UUID source, Set<String> ids) {
    return ids(database
            .sql("select received_before($1, $2)")
            .bind(0, source)
            .bind(1, ids.toArray(String[]::new)))
        .map(known -> known.map(id -> source + ":" + id).toList());
  }

  /** Those of another transaction too that remembers the same at this moment. */
  Mono<Void> remember(Collection<? extends Sent> payloads) {
    return payloads.isEmpty()
        ? Mono.empty()
        : inserting(
                payloads,
                """
                insert into received_payload (source_id, message_id)
                select * from unnest($1::uuid[], $2::text[])
                on conflict (tenant_id, source_id, message_id) do nothing
                """) // received_payload_pkey
            .then();
  }

  /** In order of the key, so that two transactions never wait for each other. */
  private GenericExecuteSpec inserting(Collection<? extends Sent> payloads, String sql) {
    List<? extends Sent> ordered =
        payloads.stream().sorted(Comparator.comparing(ReceivedPayloads::key)).toList();
    return database
        .sql(sql)
        .bind(0, ordered.stream().map(Sent::sourceId).toArray(UUID[]::new))
        .bind(1, ordered.stream().map(Sent::messageId).toArray(String[]::new));
  }

  private static Mono<Stream<String>> ids(GenericExecuteSpec statement) {
    return statement
        .map(row -> Stream.of(Objects.requireNonNull(row.get(0, String[].class))))
        .one();
  }

  private static String key(Sent payload) {
    return payload.sourceId() + ":" + payload.messageId();
  }
}
