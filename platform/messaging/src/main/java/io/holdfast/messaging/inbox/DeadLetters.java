package io.holdfast.messaging.inbox;

import io.holdfast.messaging.inbox.Records.Received;
import io.holdfast.tenancy.BackgroundTransactions;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what could not be done. The same record twice is one letter. */
final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final String UNATTRIBUTED = "unattributed";
  private static final int LONGEST_ERROR = 4000;

  private final BackgroundTransactions transactions;
  private final DatabaseClient database;
  private final JsonMapper json;

  DeadLetters(
      BackgroundTransactions transactions, DatabaseClient backgroundDatabase, JsonMapper json) {
    this.transactions = transactions;
    this.database = backgroundDatabase;
    this.json = json;
  }

  Mono<Void> keep(String consumer, Received record, @Nullable String tenant, Throwable failure) {
    LOG.error("{}: {} became a dead letter", consumer, record.place(), failure);
    return transactions.run(() -> insert(consumer, record, tenant, failure));
  }

  private Mono<Void> insert(
      String consumer, Received record, @Nullable String tenant, Throwable failure) {
    var statement =
        database
            .sql(
                """
                insert into dead_letter
                  (tenant_id, consumer, topic, record_partition, record_offset, headers, body, error, record_key)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                on conflict do nothing
                """)
            .bind(0, tenant == null ? UNATTRIBUTED : tenant)
            .bind(1, consumer)
            .bind(2, record.topic())
            .bind(3, record.partition())
            .bind(4, record.offset())
            .bind(5, json.writeValueAsString(record.headers()))
            .bind(6, ByteBuffer.wrap(record.body()))
            .bind(7, error(failure));
    String key = record.key();
    return (key == null ? statement.bindNull(8, String.class) : statement.bind(8, key)).then();
  }

  private static String error(Throwable failure) {
    String text = failure.toString().replace("\u0000", "");
    return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
  }
}
