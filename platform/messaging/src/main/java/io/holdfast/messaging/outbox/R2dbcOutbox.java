package io.holdfast.messaging.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutboxStore;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.messaging.deadletter.FailedRecord;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code outbox}: written by tenants' transactions, read and emptied by the relay. */
final class R2dbcOutbox implements Outbox, OutboxStore {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final String service;
  private final DatabaseClient database;
  private final DatabaseClient backgroundDatabase;
  private final JsonMapper json;
  private final Traceparent traceparent;

  R2dbcOutbox(
      String service,
      DatabaseClient database,
      DatabaseClient backgroundDatabase,
      JsonMapper json,
      Traceparent traceparent) {
    this.service = service;
    this.database = database;
    this.backgroundDatabase = backgroundDatabase;
    this.json = json;
    this.traceparent = traceparent;
  }

  @Override
  public Mono<Void> append(Collection<OutgoingMessage> messages) {
    return messages.isEmpty()
        ? Mono.empty()
        : Mono.deferContextual(context -> insert(List.copyOf(messages), traceparent.of(context)));
  }

  private Mono<Void> insert(List<OutgoingMessage> messages, @Nullable String trace) {
    int size = messages.size();
    String[] tenants = new String[size];
    String[] topics = new String[size];
    String[] keys = new String[size];
    String[] headers = new String[size];
    String[] bodies = new String[size];
    for (int i = 0; i < size; i++) {
      OutgoingMessage message = messages.get(i);
      tenants[i] = message.tenant().value();
      topics[i] = message.topic();
      keys[i] = message.key();
      headers[i] = json.writeValueAsString(headers(message, trace));
      bodies[i] = json.writeValueAsString(message.body());
    }
    return insert(tenants, topics, keys, headers, bodies);
  }

  /** Owes the broker a record that it was owed before. */
  Mono<Void> appendAgain(TenantId tenant, FailedRecord record) {
    return Mono.defer(
        () ->
            insert(
                new String[] {tenant.value()},
                new String[] {record.topic()},
                new String[] {record.key() == null ? tenant.value() : record.key()},
                new String[] {json.writeValueAsString(record.headers())},
                new String[] {new String(record.body(), StandardCharsets.UTF_8)}));
  }

  private Mono<Void> insert(
      String[] tenants, String[] topics, String[] keys, String[] headers, String[] bodies) {
    return database
        .sql(
            """
            insert into outbox (tenant_id, topic, record_key, headers, body)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
            """)
        .bind(0, tenants)
        .bind(1, topics)
        .bind(2, keys)
        .bind(3, headers)
        .bind(4, bodies)
        .then();
  }

  private Map<String, String> headers(OutgoingMessage message, @Nullable String trace) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UuidCreator.getTimeOrderedEpoch().toString());
    headers.put("ce_source", "/" + service);
    headers.put("ce_type", message.type());
    headers.put("ce_time", message.time().toString());
    headers.put("ce_tenant", message.tenant().value());
    headers.put("content-type", "application/json");
    if (message.subject() != null) {
      headers.put("ce_subject", message.subject());
    }
    if (trace != null) {
      headers.put("traceparent", trace);
    }
    message.extensions().forEach((name, value) -> headers.put("ce_" + name, value));
    return headers;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public Mono<List<Owed>> unpublished(int rows, int bytes) {
    return backgroundDatabase
        .sql(
            """
            select id, topic, record_key, headers, body
              from (select *, sum(octet_length(body)) over (order by id) - octet_length(body) as before
                      from (select * from outbox order by id limit $1) next) sized
             where before < $2 order by id
            """)
        .bind(0, rows)
        .bind(1, bytes)
        .map(
            row -> {
              ProducerRecord<String, byte[]> record =
                  new ProducerRecord<>(
                      text(row.get("topic", String.class)),
                      text(row.get("record_key", String.class)),
                      text(row.get("body", String.class)).getBytes(StandardCharsets.UTF_8));
              json.readValue(text(row.get("headers", String.class)), HEADERS)
                  .forEach(
                      (name, value) ->
                          record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
              return new Owed(Objects.requireNonNull(row.get("id", Long.class)), record);
            })
        .all()
        .collectList();
  }

  private static String text(@Nullable String column) {
    return Objects.requireNonNull(column);
  }

  @Override
  public Mono<Void> published(List<Owed> rows) {
    List<Long> ids = new ArrayList<>(rows.size());
    rows.forEach(row -> ids.add((Long) row.id()));
    return backgroundDatabase
        .sql("delete from outbox where id = any($1)")
        .bind(0, ids.toArray(Long[]::new))
        .then();
  }

  @Override
  public Mono<Long> waiting() {
    return backgroundDatabase
        .sql("select count(*) as waiting from outbox")
        .map(row -> Objects.requireNonNull(row.get("waiting", Long.class)))
        .one();
  }

  @Override
  public Mono<Instant> oldest() {
    return backgroundDatabase
        .sql("select created_at from outbox order by id limit 1")
        .map(row -> Objects.requireNonNull(row.get("created_at", Instant.class)))
        .one();
  }
}
