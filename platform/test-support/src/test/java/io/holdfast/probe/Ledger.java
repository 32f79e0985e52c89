package io.holdfast.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.testing.RealKafka;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends notes and writes down, outside of the platform, which the broker has; compares that with
 * what a service stored.
 */
final class Ledger implements AutoCloseable {
  private final String topic;
  private final String schema;
  final String tenant = "l" + UUID.randomUUID().toString().substring(0, 8);
  private final Random random = new Random(7);
  private final Map<String, List<String>> acknowledged = new HashMap<>();
  private final List<ProducerRecord<String, String>> sent = new ArrayList<>();
  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", RealKafka.instance().servers(), "acks", "all"),
          new StringSerializer(),
          new StringSerializer());

  Ledger(String topic, String schema) {
    this.topic = topic;
    this.schema = schema;
  }

  /** Notes of several keys, some of them again later, as a producer that lost an answer does. */
  void send(int notes, int keys) {
    List<Future<?>> answers = new ArrayList<>();
    for (int i = 0; i < notes; i++) {
      String key = "k" + random.nextInt(keys);
      List<String> ofKey = acknowledged.computeIfAbsent(key, _ -> new ArrayList<>());
      String text = key + "-" + ofKey.size();
      ofKey.add(text);
      answers.add(send(record(key, text)));
      if (random.nextInt(5) == 0) {
        answers.add(send(sent.get(random.nextInt(sent.size()))));
      }
    }
    await(answers);
  }

  void send(String key, String text) {
    acknowledged.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
    await(List.of(send(record(key, text))));
  }

  private Future<?> send(ProducerRecord<String, String> record) {
    sent.add(record);
    return producer.send(
        new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()));
  }

  private ProducerRecord<String, String> record(String key, String text) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(topic, tenant + "|" + key, "{\"text\":\"" + text + "\"}");
    TestKafka.headers(tenant, key, "probe.note.v1", Instant.now())
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  private static void await(List<Future<?>> answers) {
    try {
      for (Future<?> answer : answers) {
        answer.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  /** By key, in the order they were sent in. */
  Map<String, List<String>> acknowledged() {
    return acknowledged;
  }

  /** By key, in the order they were written in. */
  Map<String, List<String>> stored() {
    Map<String, List<String>> stored = new HashMap<>();
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                "select text from %s.note where tenant_id = ? order by id".formatted(schema))) {
      statement.setString(1, tenant);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          add(stored, row.getString(1));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return stored;
  }

  /** By key, in the order a reader with an inbox sees them: each message id once. */
  Map<String, List<String>> told(int count) {
    Map<String, List<String>> told = new HashMap<>();
    Set<String> ids = new HashSet<>();
    TestKafka.received(
            "holdfast.health",
            count,
            one -> one.tenant().equals(tenant) && ids.add(one.headers().getOrDefault("ce_id", "")))
        .forEach(one -> add(told, one.json().replaceAll(".*\"text\":\"([^\"]*)\".*", "$1")));
    return told;
  }

  private static void add(Map<String, List<String>> byKey, String text) {
    byKey.computeIfAbsent(text.replaceAll("-.*", ""), _ -> new ArrayList<>()).add(text);
  }

  int size() {
    return acknowledged.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public void close() {
    producer.close();
  }
}
