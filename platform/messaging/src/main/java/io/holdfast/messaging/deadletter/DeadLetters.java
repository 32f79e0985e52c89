package io.holdfast.messaging.deadletter;

import io.holdfast.tenancy.TenantId;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what could not be done, inside a background transaction of the caller. The same message of
 * the same record of a topic twice is one letter.
 */
public final class DeadLetters {
  private static final int LONGEST_ERROR = 4000;
  private static final int LONGEST_TEXT = 1000;

  private final DatabaseClient database;
  private final JsonMapper json;

  DeadLetters(DatabaseClient backgroundDatabase, JsonMapper json) {
    this.database = backgroundDatabase;
    this.json = json;
  }

  public Mono<Void> keep(String consumer, FailedRecord record, TenantId tenant, Throwable failure) {
    return insert(consumer, record, tenant.value(), failure);
  }

  /** A record whose headers name its tenant, or nobody. */
  public Mono<Void> keep(String consumer, FailedRecord record, Throwable failure) {
    return insert(consumer, record, tenantOf(record), failure);
  }

  private static String tenantOf(FailedRecord record) {
    try {
      return new TenantId(record.headers().getOrDefault("ce_tenant", "")).value();
    } catch (IllegalArgumentException _) {
      return TenantId.UNATTRIBUTED;
    }
  }

  /** A record that does not even name its tenant. */
  public Mono<Void> keepUnattributed(String consumer, FailedRecord record, Throwable failure) {
    return insert(consumer, record, TenantId.UNATTRIBUTED, failure);
  }

  private Mono<Void> insert(
      String consumer, FailedRecord record, String tenant, Throwable failure) {
    GenericExecuteSpec statement =
        database
            .sql(
                """
                insert into dead_letter
                  (tenant_id, consumer, topic, headers, body, error,
                   record_partition, record_offset, record_key, message_id, type, subject)
                select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
                 where not exists (
                   select from dead_letter
                    where tenant_id = $1 and consumer = $2 and topic = $3 and record_partition = $7
                      and record_offset = $8 and message_id is not distinct from $10)
                on conflict do nothing
                """)
            .bind(0, tenant)
            .bind(1, consumer)
            .bind(2, record.topic())
            .bind(3, json.writeValueAsString(record.headers()))
            .bind(4, ByteBuffer.wrap(record.body()))
            .bind(5, errorOf(failure));
    statement = bind(statement, 6, Integer.class, record.partition());
    statement = bind(statement, 7, Long.class, record.offset());
    statement = bind(statement, 8, String.class, storable(record.key()));
    statement = bind(statement, 9, String.class, storable(record.headers().get("ce_id")));
    statement = bind(statement, 10, String.class, storable(record.headers().get("ce_type")));
    return bind(statement, 11, String.class, storable(record.headers().get("ce_subject"))).then();
  }

  private static <T> GenericExecuteSpec bind(
      GenericExecuteSpec statement, int place, Class<T> type, @Nullable T value) {
    return value == null ? statement.bindNull(place, type) : statement.bind(place, value);
  }

  static String errorOf(Throwable failure) {
    return cut(failure.toString(), LONGEST_ERROR);
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : cut(text, LONGEST_TEXT);
  }

  /** PostgreSQL's text has no place for the character NUL. */
  private static String cut(String text, int longest) {
    String plain = text.replace("\u0000", "");
    return plain.length() > longest ? plain.substring(0, longest) : plain;
  }
}
