package io.holdfast.messaging.inbox;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.inbox.Records.Received;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.Outage;
import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/**
 * Handles a polled batch tenant by tenant, and of a tenant trace by trace. An outage is waited for
 * and tried again; when it lasts, the error goes to the container, which seeks back. Messages that
 * fail together are halved until those that fail by themselves stand alone; these are tried once
 * more, then taken apart where they are several, and then set aside, so that they neither stop
 * their neighbours nor empty the batch.
 */
final class BatchConsumer implements Consumer<Message<List<byte[]>>> {
  private static final Logger LOG = LoggerFactory.getLogger(BatchConsumer.class);
  private static final Duration BOUND = Duration.ofSeconds(90); // well below max.poll.interval.ms

  private final String name;
  private final MessageHandler handler;
  private final Inbox inbox;
  private final SetAside setAside;
  private final Traceparent traceparent;

  BatchConsumer(
      String name,
      MessageHandler handler,
      Inbox inbox,
      SetAside setAside,
      Traceparent traceparent) {
    this.name = name;
    this.handler = handler;
    this.inbox = inbox;
    this.setAside = setAside;
    this.traceparent = traceparent;
  }

  @Override
  public void accept(Message<List<byte[]>> batch) {
    take(Records.of(batch));
  }

  /** Has given each record its effect, or set it aside, when it returns. */
  void take(List<Received> records) {
    Map<TenantId, List<Opened>> byTenant = new LinkedHashMap<>();
    for (Received record : records) {
      try {
        ReceivedMessage message = Envelope.open(record);
        byTenant
            .computeIfAbsent(message.tenant(), _ -> new ArrayList<>())
            .add(new Opened(record, message));
      } catch (IllegalArgumentException failure) {
        setAside.unreadable(name, record, failure).block(BOUND);
      }
    }
    byTenant.forEach(
        (tenant, opened) -> Opened.byTrace(opened).forEach(stretch -> goOn(tenant, stretch)));
  }

  private void goOn(TenantId tenant, List<Opened> stretch) {
    traceparent.goOn(
        stretch.getLast().traceparent(), "holdfast.consume." + name, () -> share(tenant, stretch));
  }

  private void share(TenantId tenant, List<Opened> opened) {
    try {
      handle(tenant, opened);
    } catch (RuntimeException failure) {
      if (Outage.caused(failure)) {
        throw failure;
      }
      int half = opened.size() / 2;
      if (half == 0) {
        onceMore(tenant, opened.getFirst());
      } else {
        LOG.warn(
            "{}: {} messages of {} failed together, halving them: {}",
            name,
            opened.size(),
            tenant,
            failure.toString());
        share(tenant, opened.subList(0, half));
        share(tenant, opened.subList(half, opened.size()));
      }
    }
  }

  /** What another instance was doing at that moment is done by now. */
  private void onceMore(TenantId tenant, Opened one) {
    try {
      handle(tenant, List.of(one));
    } catch (RuntimeException failure) {
      if (Outage.caused(failure)) {
        throw failure;
      }
      List<byte[]> parts = parts(one);
      if (parts.size() > 1) {
        share(
            tenant,
            IntStream.range(0, parts.size())
                .mapToObj(number -> one.part(number, parts.get(number)))
                .toList());
      } else {
        Opened kept = parts.isEmpty() ? one : one.saying(parts.getFirst());
        setAside.failing(name, kept.record(), kept.message(), failure).block(BOUND);
      }
    }
  }

  /** None where the message is one thing, or cannot even be taken apart. */
  private List<byte[]> parts(Opened whole) {
    try {
      return handler.parts(whole.message());
    } catch (RuntimeException broken) {
      LOG.warn("{}: {} cannot be taken apart", name, whole.record().place(), broken);
      return List.of();
    }
  }

  private void handle(TenantId tenant, List<Opened> opened) {
    List<ReceivedMessage> messages = opened.stream().map(Opened::message).toList();
    Mono.defer(() -> inbox.once(name, tenant, messages, handler))
        .contextWrite(traceparent::handOn)
        .block(BOUND);
  }
}
