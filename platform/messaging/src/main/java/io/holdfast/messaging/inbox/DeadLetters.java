package io.holdfast.messaging.inbox;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.inbox.Records.Received;
import io.holdfast.tenancy.BackgroundTransactions;
import java.nio.ByteBuffer;
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
  private static final int LONGEST_KEY = 1000;

  private final BackgroundTransactions transactions;
  private final DatabaseClient database;
  private final JsonMapper json;
  private final int generation;

  DeadLetters(
      BackgroundTransactions transactions,
      DatabaseClient backgroundDatabase,
      JsonMapper json,
      int generation) {
    this.transactions = transactions;
    this.database = backgroundDatabase;
    this.json = json;
    this.generation = generation;
  }

  /** A message that fails by itself. Its id counts as seen, so that it is not tried again. */
  Mono<Void> keep(String consumer, Received record, ReceivedMessage message, Throwable failure) {
    LOG.error("{}: {} became a dead letter", consumer, record.place(), failure);
    String tenant = message.tenant().value();
    return transactions.run(
        () ->
            insert(consumer, record, tenant, failure)
                .then(Inbox.unseen(database, consumer, generation, tenant, message.id()).then()));
  }

  /** A record that does not even name its tenant. */
  Mono<Void> keepUnreadable(String consumer, Received record, Throwable failure) {
    LOG.error("{}: {} cannot be read and became a dead letter", consumer, record.place(), failure);
    return transactions.run(() -> insert(consumer, record, UNATTRIBUTED, failure));
  }

  private Mono<Void> insert(String consumer, Received record, String tenant, Throwable failure) {
    var statement =
        database
            .sql(
                """
                insert into dead_letter
                  (tenant_id, consumer, topic, record_partition, record_offset, headers, body, error, record_key)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                on conflict do nothing
                """)
            .bind(0, tenant)
            .bind(1, consumer)
            .bind(2, record.topic())
            .bind(3, record.partition())
            .bind(4, record.offset())
            .bind(5, json.writeValueAsString(record.headers()))
            .bind(6, ByteBuffer.wrap(record.body()))
            .bind(7, storable(failure.toString(), LONGEST_ERROR));
    String key = record.key();
    return (key == null
            ? statement.bindNull(8, String.class)
            : statement.bind(8, storable(key, LONGEST_KEY)))
        .then();
  }

  /** PostgreSQL's text has no place for the character NUL. */
  private static String storable(String text, int longest) {
    String plain = text.replace("\u0000", "");
    return plain.length() > longest ? plain.substring(0, longest) : plain;
  }
}
