package io.holdfast.systemtests.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records that nobody can do anything with, written straight to the topics. */
final class Poison {
  private static final int OVERSIZED = 900_000; // the broker takes up to 1 MB
  private static final byte[] NO_TEXT = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3};

  private final String kafka;

  Poison(String kafka) {
    this.kafka = kafka;
  }

  /** Where a record lies; dead letters name it. */
  record Place(String topic, int partition, long offset) {}

  /** One of each kind on each topic that is given with a type its readers know. */
  List<Place> spread(Map<String, String> typeByTopic, String tenant) {
    List<Place> places = new ArrayList<>();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "max.request.size", "1048576"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (Map.Entry<String, String> topic : typeByTopic.entrySet()) {
        for (ProducerRecord<String, byte[]> record :
            records(topic.getKey(), topic.getValue(), tenant)) {
          RecordMetadata written = producer.send(record).get();
          places.add(new Place(written.topic(), written.partition(), written.offset()));
        }
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
    return places;
  }

  private static List<ProducerRecord<String, byte[]>> records(
      String topic, String type, String tenant) {
    ProducerRecord<String, byte[]> unreadable =
        record(topic, headers(type, tenant), text("{ \"accountId\": "));
    ProducerRecord<String, byte[]> oversized =
        record(topic, headers(type, tenant), text("x".repeat(OVERSIZED)));
    ProducerRecord<String, byte[]> empty = record(topic, headers(type, tenant), null);
    ProducerRecord<String, byte[]> headless = record(topic, Map.of(), text("{}"));
    ProducerRecord<String, byte[]> badHeader = record(topic, headers(type, tenant), text("{}"));
    badHeader.headers().remove("ce_time").add("ce_time", NO_TEXT);
    ProducerRecord<String, byte[]> badTenant = record(topic, headers(type, tenant), text("{}"));
    badTenant.headers().remove("ce_tenant").add("ce_tenant", NO_TEXT);
    return List.of(unreadable, oversized, empty, headless, badHeader, badTenant);
  }

  private static ProducerRecord<String, byte[]> record(
      String topic, Map<String, String> headers, byte[] body) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, "poison", body);
    headers.forEach((name, value) -> record.headers().add(name, text(value)));
    return record;
  }

  private static Map<String, String> headers(String type, String tenant) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_source", "/poison");
    headers.put("ce_type", type);
    headers.put("ce_time", "2026-01-01T00:00:00Z");
    headers.put("ce_subject", "poison");
    headers.put("ce_tenant", tenant);
    headers.put("content-type", "application/json");
    return headers;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
