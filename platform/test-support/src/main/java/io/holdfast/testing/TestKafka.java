package io.holdfast.testing;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to and reads from the real broker as another service would. */
public final class TestKafka {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private TestKafka() {}

  /**
   * A record as it stood on the topic.
   *
   * @param headers all of them, as text
   */
  public record Received(@Nullable String key, Map<String, String> headers, String json) {
    public String type() {
      return headers.getOrDefault("ce_type", "");
    }

    public String tenant() {
      return headers.getOrDefault("ce_tenant", "");
    }
  }

  /** Headers of a well-formed message with an id of its own. */
  public static Map<String, String> headers(
      String tenant, @Nullable String subject, String type, Instant time) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_source", "/test");
    headers.put("ce_type", type);
    headers.put("ce_time", time.toString());
    headers.put("ce_tenant", tenant);
    headers.put("content-type", "application/json");
    if (subject != null) {
      headers.put("ce_subject", subject);
    }
    return headers;
  }

  /** Without a JSON text the record is a tombstone. */
  public static void send(
      String topic, String key, Map<String, String> headers, @Nullable String json) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", RealKafka.instance().servers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, json);
      headers.forEach(
          (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(record).get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  /**
   * Waits until a service has done everything that stands on the topic by now. Its offsets move
   * after the transaction of the effect.
   */
  public static void awaitDone(String topic, String group) {
    try (KafkaConsumer<String, String> bystander = consumer(Map.of("group.id", group))) {
      List<TopicPartition> partitions = partitions(bystander, topic);
      Map<TopicPartition, Long> ends = bystander.endOffsets(partitions);
      await()
          .atMost(LONGEST)
          .until(
              () -> {
                var done = bystander.committed(Set.copyOf(partitions));
                return ends.entrySet().stream()
                    .allMatch(end -> end.getValue() <= offset(done.get(end.getKey())));
              });
    }
  }

  private static long offset(@Nullable OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  private static KafkaConsumer<String, String> consumer(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("bootstrap.servers", RealKafka.instance().servers());
    return new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  /**
   * Reads the topic from its beginning until a record matches, and gives all that matched by then.
   */
  public static List<Received> received(String topic, Predicate<Received> wanted) {
    return received(topic, 1, wanted);
  }

  /** Reads the topic from its beginning until so many records match. */
  public static List<Received> received(String topic, int count, Predicate<Received> wanted) {
    List<Received> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer(Map.of())) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + LONGEST.toNanos();
      while (found.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> add(found, record, wanted));
      }
    }
    if (found.size() < count) {
      throw new AssertionError(
          "only %d of %d records matched on %s within %s"
              .formatted(found.size(), count, topic, LONGEST));
    }
    return found;
  }

  /** What stands on the topic by now and matches. */
  public static List<Received> standing(String topic, Predicate<Received> wanted) {
    List<Received> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer(Map.of())) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> add(found, record, wanted));
      }
    }
    return found;
  }

  private static void add(
      List<Received> found, ConsumerRecord<String, String> record, Predicate<Received> wanted) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    Received received = new Received(record.key(), headers, record.value());
    if (wanted.test(received)) {
      found.add(received);
    }
  }
}
