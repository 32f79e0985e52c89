package io.holdfast.messaging.inbox;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.deadletter.DeadLetters;
import io.holdfast.messaging.generation.Generations;
import io.holdfast.messaging.inbox.Records.Received;
import io.holdfast.tenancy.BackgroundTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Makes a dead letter of what could not be done. */
final class SetAside {
  private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

  private final BackgroundTransactions transactions;
  private final DatabaseClient database;
  private final DeadLetters letters;
  private final Generations generations;

  SetAside(
      BackgroundTransactions transactions,
      DatabaseClient backgroundDatabase,
      DeadLetters letters,
      Generations generations) {
    this.transactions = transactions;
    this.database = backgroundDatabase;
    this.letters = letters;
    this.generations = generations;
  }

  /** A message that fails by itself. Its id counts as seen, so that it is not tried again. */
  Mono<Void> failing(String consumer, Received record, ReceivedMessage message, Throwable failure) {
    LOG.error("{}: {} became a dead letter", consumer, record.place(), failure);
    String tenant = message.tenant().value();
    return transactions.run(
        () ->
            letters
                .keep(consumer, record.asFailed(), message.tenant(), failure)
                .then(Mono.defer(() -> generations.share(database, message.tenant(), consumer)))
                .flatMap(
                    held -> Inbox.seen(database, consumer, held.generation(), tenant, message.id()))
                .then());
  }

  /** A record that cannot be told to be a tenant's. */
  Mono<Void> unreadable(String consumer, Received record, Throwable failure) {
    LOG.error("{}: {} cannot be read and became a dead letter", consumer, record.place(), failure);
    return transactions.run(() -> letters.keepUnattributed(consumer, record.asFailed(), failure));
  }
}
