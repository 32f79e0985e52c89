package io.holdfast.messaging;

import java.util.Collection;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/** Kafka, as seen by those for whom a lost message matters. */
public interface Broker {
  /**
   * Sends and completes when every record has been acknowledged by all in-sync replicas; fails when
   * one was not within the delivery time-out, in which case some of them may have been written.
   *
   * <p>It completes on the thread that hears the next acknowledgement: who has more than a little
   * to do then does it elsewhere.
   */
  Mono<Void> send(Collection<ProducerRecord<String, byte[]>> records);
}
