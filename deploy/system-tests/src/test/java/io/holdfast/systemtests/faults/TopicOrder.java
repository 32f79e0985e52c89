package io.holdfast.systemtests.faults;

import io.holdfast.systemtests.Door;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.core.JacksonException;

/**
 * What stands in a topic, read from its beginning: which ids, and whether each key's are in order.
 */
final class TopicOrder {
  private final Map<String, Integer> last = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> outOfOrder = new ArrayList<>();
  private int repeated;

  /**
   * @param field of the body that holds the id, which ends with its number
   * @param prefix of the ids that are looked at
   * @param key of an id: those with the same one must keep their order
   */
  static TopicOrder read(
      String kafka, String topic, String field, String prefix, Function<String, String> key) {
    TopicOrder order = new TopicOrder();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          order.add(id(record, field), prefix, key);
        }
      }
    }
    return order;
  }

  private void add(String said, String prefix, Function<String, String> key) {
    int begin = said.indexOf(prefix); // the source may stand before it
    if (begin < 0) {
      return;
    }
    String id = said.substring(begin);
    if (!seen.add(id)) {
      repeated++; // published again after a fault; its readers know it by its id
      return;
    }
    int number = UsageClient.number(id);
    Integer before = last.put(key.apply(id), number);
    if (before != null && before > number) {
      outOfOrder.add(id + " after number " + before);
    }
  }

  private static String id(ConsumerRecord<String, byte[]> record, String field) {
    try {
      return record.value() == null
          ? ""
          : Door.JSON
              .readTree(new String(record.value(), StandardCharsets.UTF_8))
              .path(field)
              .asString("");
    } catch (JacksonException _) {
      return ""; // poison
    }
  }

  Set<String> ids() {
    return seen;
  }

  List<String> outOfOrder() {
    return outOfOrder;
  }

  int repeated() {
    return repeated;
  }
}
