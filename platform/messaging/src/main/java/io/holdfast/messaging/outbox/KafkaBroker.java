package io.holdfast.messaging.outbox;

import io.holdfast.messaging.Broker;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/**
 * An idempotent producer with {@code acks=all}. Sending may wait for metadata or buffer space, so
 * it happens on threads of its own: those of a plain pool, since Reactor's are made for timers, and
 * a queue in the order of time is dear.
 */
final class KafkaBroker implements Broker, AutoCloseable {
  private static final int SENDERS = 4;
  private static final int WAITING = 40_000;
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final KafkaProducer<String, byte[]> producer;
  private final ExecutorService threads = threads();

  KafkaBroker(KafkaProducer<String, byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public Mono<Void> send(Collection<ProducerRecord<String, byte[]>> records) {
    if (records.isEmpty()) {
      return Mono.empty();
    }
    return Mono.defer(
        () ->
            Mono.fromFuture(
                CompletableFuture.supplyAsync(() -> acknowledged(records), threads)
                    .thenCompose(sent -> sent),
                true));
  }

  private static ExecutorService threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            SENDERS,
            SENDERS,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("kafka-send-", 1).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
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
    producer.close(Duration.ofSeconds(5));
    threads.shutdownNow();
  }
}
