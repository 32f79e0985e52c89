package io.holdfast.ingestion.feeding;

import io.holdfast.ingestion.archive.ArchivedPast;
import io.holdfast.ingestion.archive.ArchivedPast.PageOfPast;
import io.holdfast.ingestion.feeding.Feed.Part;
import io.holdfast.ingestion.identity.MergedUsers;
import io.holdfast.ingestion.merging.MergedPast;
import io.holdfast.messaging.Broker;
import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Feeds a page at a time under the lease of a timer, and remembers in the same transaction how far
 * it came: whoever goes on after a kill feeds at most a page twice, under the same message ids.
 */
@Component
final class FeedArchive implements TimerHandler {
  static final String KIND = "feed";

  private static final String TOPIC = "holdfast.rebuild";

  private final MergedPast accounts;
  private final MergedUsers people;
  private final ArchivedPast past;
  private final Feeds feeds;
  private final Broker broker;
  private final Outbox outbox;
  private final Timers timers;
  private final Clock clock;

  FeedArchive(
      MergedPast accounts,
      MergedUsers people,
      ArchivedPast past,
      Feeds feeds,
      Broker broker,
      Outbox outbox,
      Timers timers,
      Clock clock) {
    this.accounts = accounts;
    this.people = people;
    this.past = past;
    this.feeds = feeds;
    this.broker = broker;
    this.outbox = outbox;
    this.timers = timers;
    this.clock = clock;
  }

  private record AllFed(String service, int generation, long fed) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return feeds.lock(timer.tenant(), timer.key()).flatMap(feed -> goOn(timer.tenant(), feed));
  }

  private Mono<Void> goOn(TenantId tenant, Feed feed) {
    return switch (feed.part()) {
      case ACCOUNTS ->
          accounts.past(tenant, feed.after()).flatMap(page -> feed(tenant, feed, page));
      case PEOPLE ->
          people
              .past(tenant, feed.after())
              .map(page -> new PageOfPast(page.messages(), page.last()))
              .flatMap(page -> feed(tenant, feed, page));
      case FACTS -> past.facts(tenant, feed.after()).flatMap(page -> feed(tenant, feed, page));
      case USAGE -> past.usage(tenant, feed.after()).flatMap(page -> feed(tenant, feed, page));
      case DONE -> Mono.empty();
    };
  }

  private Mono<Void> feed(TenantId tenant, Feed feed, PageOfPast page) {
    if (page.messages().isEmpty()) {
      return keepAndGoOn(tenant, feed.atNextPart());
    }
    return broker
        .send(page.messages().stream().map(message -> addressed(message, feed)).toList())
        .then(
            Mono.defer(
                () -> keepAndGoOn(tenant, feed.advanced(page.last(), page.messages().size()))));
  }

  private Mono<Void> keepAndGoOn(TenantId tenant, Feed feed) {
    Mono<Void> following =
        feed.part() == Part.DONE
            ? outbox.append(allFed(tenant, feed))
            : timers.set(tenant, KIND, feed.service(), Instant.EPOCH, "");
    return feeds.keep(tenant, feed).then(following);
  }

  private static ProducerRecord<String, byte[]> addressed(
      ProducerRecord<String, byte[]> message, Feed feed) {
    ProducerRecord<String, byte[]> addressed =
        new ProducerRecord<>(TOPIC, null, message.key(), message.value(), message.headers());
    addressing(feed).forEach((name, value) -> addressed.headers().add("ce_" + name, bytes(value)));
    addressed.headers().add("ce_origin", bytes(message.topic()));
    return addressed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> addressing(Feed feed) {
    return Map.of(
        "rebuild", feed.service(), "rebuildgeneration", Integer.toString(feed.generation()));
  }

  private OutgoingMessage allFed(TenantId tenant, Feed feed) {
    return new OutgoingMessage(
        TOPIC,
        tenant,
        null,
        "ingestion.rebuild-fed.v1",
        clock.instant(),
        new AllFed(feed.service(), feed.generation(), feed.fed()),
        addressing(feed));
  }
}
