package io.holdfast.messaging.outbox;

import io.holdfast.messaging.Broker;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * An idempotent producer with {@code acks=all}. Sending may wait for metadata or buffer space, so
 * it happens on threads of its own; what follows an acknowledgement does not hold up the thread
 * that hears the next one.
 */
final class KafkaBroker implements Broker, AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final Scheduler senders = Schedulers.newBoundedElastic(4, 10_000, "kafka-send");

  KafkaBroker(KafkaProducer<String, byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public Mono<Void> send(Collection<ProducerRecord<String, byte[]>> records) {
    if (records.isEmpty()) {
      return Mono.empty();
    }
    return Mono.defer(() -> Mono.fromFuture(acknowledged(records), true))
        .subscribeOn(senders)
        .publishOn(Schedulers.parallel());
  }

  /**
   * Ends when nothing of it is on its way any more. Behind a record that could not even be handed
   * over none is, so that what is sent again later comes in order.
   */
  private CompletableFuture<Void> acknowledged(Collection<ProducerRecord<String, byte[]>> records) {
    Acknowledgements acknowledgements = new Acknowledgements();
    for (ProducerRecord<String, byte[]> record : records) {
      if (acknowledgements.failed()) {
        break;
      }
      acknowledgements.oneMore();
      producer.send(record, (_, failure) -> acknowledgements.one(failure));
    }
    return acknowledgements.allHandedOver();
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(5));
    senders.dispose();
  }
}
