package io.holdfast.messaging.inbox;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.inbox.Records.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record and the message that was read from it. */
record Opened(Received record, ReceivedMessage message) {
  private static final int MOST_STRETCHES = 8;

  @Nullable String traceparent() {
    return record.headers().get("traceparent");
  }

  /**
   * Stretches of neighbours that belong to one trace, in order, so that what a message causes
   * belongs to its own. Each costs a transaction: where there are many, just when there is much to
   * do, they stay one stretch, and all go on with the trace of the last.
   */
  static List<List<Opened>> byTrace(List<Opened> batch) {
    List<List<Opened>> stretches = new ArrayList<>();
    for (Opened one : batch) {
      if (stretches.isEmpty()
          || !Objects.equals(stretches.getLast().getLast().traceId(), one.traceId())) {
        stretches.add(new ArrayList<>());
      }
      stretches.getLast().add(one);
    }
    return stretches.size() > MOST_STRETCHES ? List.of(batch) : stretches;
  }

  /** A part of this message, under an id of its own. */
  Opened part(int number, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>(record.headers());
    headers.put("ce_id", message.id() + "/" + number);
    return with(headers, body);
  }

  /** The same message in other words. */
  Opened saying(byte[] body) {
    return with(record.headers(), body);
  }

  private Opened with(Map<String, String> headers, byte[] body) {
    Received other =
        new Received(
            record.topic(), record.partition(), record.offset(), record.key(), headers, body);
    return new Opened(other, Envelope.open(other));
  }

  /** Of {@code version-trace-span-flags}. */
  private @Nullable String traceId() {
    String traceparent = traceparent();
    String[] parts = traceparent == null ? new String[0] : traceparent.split("-");
    return parts.length > 1 ? parts[1] : traceparent;
  }
}
