package io.holdfast.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.testing.TestKafka.Received;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a service again what was published, as ingestion does for a rebuild.
 *
 * @param generation as the service asked for it
 */
public record ArchiveFixture(String tenant, String service, int generation) {
  private static final String TOPIC = "holdfast.rebuild";

  public void tell(List<Received> messages) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", RealKafka.instance().servers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      for (Received message : messages) {
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.put(
            "ce_origin", message.type().contains("usage") ? "holdfast.usage" : "holdfast.facts");
        headers.putAll(address());
        ProducerRecord<String, String> record =
            new ProducerRecord<>(TOPIC, message.key(), message.json());
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
      }
    } // closing waits for all of them
  }

  /** That was all. */
  public void end(int messages) {
    ObjectNode fed =
        (ObjectNode) JsonMapper.shared().readTree(Contracts.sample("ingestion/rebuild-fed.v1"));
    fed.put("service", service).put("generation", generation).put("fed", messages);
    Map<String, String> headers =
        TestKafka.headers(tenant, null, "ingestion.rebuild-fed.v1", Instant.now());
    headers.putAll(address());
    TestKafka.send(TOPIC, tenant, headers, fed.toString());
  }

  private Map<String, String> address() {
    return Map.of("ce_rebuild", service, "ce_rebuildgeneration", Integer.toString(generation));
  }
}
