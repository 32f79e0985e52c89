package io.holdfast.messaging.inbox;

import io.holdfast.messaging.deadletter.FailedRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * The records of one polled batch, as Spring Cloud Stream hands them over: payloads and lists of
 * headers.
 */
final class Records {
  private Records() {}

  /** One Kafka record with its place, so that it can be found again. No body is an empty one. */
  record Received(
      String topic,
      int partition,
      long offset,
      @Nullable String key,
      Map<String, String> headers,
      byte[] body) {

    FailedRecord asFailed() {
      return new FailedRecord(topic, partition, offset, key, headers, body);
    }

    String place() {
      return topic + "-" + partition + "@" + offset;
    }
  }

  static List<Received> of(Message<List<byte[]>> batch) {
    List<?> bodies = batch.getPayload(); // something else stands for a record without a body
    List<?> topics = list(batch, KafkaHeaders.RECEIVED_TOPIC);
    List<?> partitions = list(batch, KafkaHeaders.RECEIVED_PARTITION);
    List<?> offsets = list(batch, KafkaHeaders.OFFSET);
    List<?> keys = list(batch, KafkaHeaders.RECEIVED_KEY);
    List<?> headers = list(batch, KafkaHeaders.BATCH_CONVERTED_HEADERS);
    List<Received> records = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      records.add(
          new Received(
              String.valueOf(topics.get(i)),
              ((Number) partitions.get(i)).intValue(),
              ((Number) offsets.get(i)).longValue(),
              text(keys.get(i)),
              headers((Map<?, ?>) headers.get(i)),
              bodies.get(i) instanceof byte[] body ? body : new byte[0]));
    }
    return records;
  }

  private static List<?> list(Message<?> batch, String header) {
    Object value = batch.getHeaders().get(header);
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalStateException("a batch without the header " + header + "; is batch-mode on?");
  }

  private static Map<String, String> headers(Map<?, ?> raw) {
    Map<String, String> headers = new LinkedHashMap<>();
    raw.forEach(
        (name, value) -> {
          String text = text(value);
          if (text != null) {
            headers.put(String.valueOf(name), text);
          }
        });
    return headers;
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      case String text -> text;
      case null, default -> null;
    };
  }
}
