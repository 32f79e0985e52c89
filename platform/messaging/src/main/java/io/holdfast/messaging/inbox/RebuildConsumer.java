package io.holdfast.messaging.inbox;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.inbox.Records.Received;
import io.holdfast.messaging.rebuild.FedMessages;
import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.messaging.Message;

/**
 * Takes what the archive tells this service again, and passes over what it tells others. Each
 * message goes to the consumer of the topic it once stood on, whose inbox refuses what came live;
 * what has been dealt with is counted afterwards.
 */
final class RebuildConsumer implements Consumer<Message<List<byte[]>>> {
  static final String NAME = "rebuild";

  private static final String ALL_FED = "ingestion.rebuild-fed.v1";
  private static final Duration BOUND = Duration.ofSeconds(90);

  private final String service;
  private final Supplier<Map<String, BatchConsumer>> byTopic;
  private final SetAside setAside;
  private final Supplier<FedMessages> fed;

  RebuildConsumer(
      String service,
      Supplier<Map<String, BatchConsumer>> byTopic,
      SetAside setAside,
      Supplier<FedMessages> fed) {
    this.service = service;
    this.byTopic = byTopic;
    this.setAside = setAside;
    this.fed = fed;
  }

  private record AllFed(long fed) {}

  private record Feed(TenantId tenant, int generation) {}

  /** A batch's messages by where they go, and what they count for. */
  private static final class Sorted {
    private final Map<String, List<Received>> byOrigin = new LinkedHashMap<>();
    private final Map<Feed, List<String>> ids = new LinkedHashMap<>();
    private final Map<Feed, Long> all = new LinkedHashMap<>();
  }

  @Override
  public void accept(Message<List<byte[]>> batch) {
    Sorted sorted = new Sorted();
    for (Received record : Records.of(batch)) {
      if (service.equals(record.headers().get("ce_rebuild"))) {
        try {
          sort(record, sorted);
        } catch (RuntimeException unreadable) {
          setAside.unreadable(NAME, record, unreadable).block(BOUND);
        }
      }
    }
    Map<String, BatchConsumer> consumers = byTopic.get();
    sorted.byOrigin.forEach(
        (topic, records) -> {
          BatchConsumer consumer = consumers.get(topic);
          if (consumer != null) { // ingestion tells everything; this service reads some topics
            consumer.take(records);
          }
        });
    sorted.ids.forEach(
        (feed, ids) -> fed.get().handled(feed.tenant(), feed.generation(), ids).block(BOUND));
    sorted.all.forEach(
        (feed, count) -> fed.get().all(feed.tenant(), feed.generation(), count).block(BOUND));
  }

  private static void sort(Received record, Sorted sorted) {
    ReceivedMessage message = Envelope.open(record);
    Feed feed =
        new Feed(
            message.tenant(),
            Integer.parseInt(message.extensions().getOrDefault("rebuildgeneration", "")));
    if (message.type().equals(ALL_FED)) {
      sorted.all.put(feed, message.as(AllFed.class).fed());
    } else {
      String origin = message.extensions().getOrDefault("origin", "");
      sorted.byOrigin.computeIfAbsent(origin, _ -> new ArrayList<>()).add(record);
      sorted.ids.computeIfAbsent(feed, _ -> new ArrayList<>()).add(message.id());
    }
  }
}
