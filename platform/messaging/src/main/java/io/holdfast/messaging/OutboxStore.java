package io.holdfast.messaging;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/**
 * Rows that are owed to the broker. The relay calls it inside a background transaction, from one
 * instance at a time. A service may have more than one, for example an archive that is an outbox
 * too.
 */
public interface OutboxStore {
  /** Names the lease. */
  String name();

  /**
   * The next rows in the order they must be published in: at least one if any waits, no more than
   * so many and no more than begin within so many bytes of bodies, except that what the store keeps
   * as one comes whole. What comes is marked together.
   */
  Mono<List<Owed>> unpublished(int rows, int bytes);

  /** Marks rows that the broker has acknowledged. */
  Mono<Void> published(List<Owed> rows);

  /** How many rows wait, for health and for whoever waits until all is quiet. */
  Mono<Long> waiting();

  /** Since when the first of them waits; empty when none does. */
  default Mono<Instant> oldest() {
    return Mono.empty();
  }

  /** One row: the id of it, or of what it is kept in, in the store, and what to send. */
  record Owed(Object id, ProducerRecord<String, byte[]> record) {}
}
