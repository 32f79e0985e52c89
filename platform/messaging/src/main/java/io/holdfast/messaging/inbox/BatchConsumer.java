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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/**
 * Handles a polled batch tenant by tenant, and of a tenant trace by trace. An outage is waited for
 * and tried again; when it lasts, the error goes to the container, which seeks back. A message that
 * fails by itself is tried alone and then set aside, so that it neither stops its neighbours nor
 * empties the batch.
 */
final class BatchConsumer implements Consumer<Message<List<byte[]>>> {
  private static final Logger LOG = LoggerFactory.getLogger(BatchConsumer.class);
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration BOUND = Duration.ofSeconds(90); // well below max.poll.interval.ms

  private final String name;
  private final MessageHandler handler;
  private final Inbox inbox;
  private final DeadLetters deadLetters;
  private final Traceparent traceparent;

  BatchConsumer(
      String name,
      MessageHandler handler,
      Inbox inbox,
      DeadLetters deadLetters,
      Traceparent traceparent) {
    this.name = name;
    this.handler = handler;
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.traceparent = traceparent;
  }

  @Override
  public void accept(Message<List<byte[]>> batch) {
    Map<TenantId, List<Opened>> byTenant = new LinkedHashMap<>();
    for (Received record : Records.of(batch)) {
      try {
        ReceivedMessage message = Envelope.open(record);
        byTenant
            .computeIfAbsent(message.tenant(), _ -> new ArrayList<>())
            .add(new Opened(record, message));
      } catch (IllegalArgumentException failure) {
        setAside(record, null, failure);
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
      LOG.warn(
          "{}: {} messages of {} failed together, trying them one by one: {}",
          name,
          opened.size(),
          tenant,
          failure.toString());
      opened.forEach(one -> alone(tenant, one));
    }
  }

  private void alone(TenantId tenant, Opened one) {
    RuntimeException last = null;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        handle(tenant, List.of(one));
        return;
      } catch (RuntimeException failure) {
        if (Outage.caused(failure)) {
          throw failure;
        }
        last = failure;
        pause(PAUSE.multipliedBy(attempt));
      }
    }
    setAside(one.record(), tenant.value(), java.util.Objects.requireNonNull(last));
  }

  private void handle(TenantId tenant, List<Opened> opened) {
    List<ReceivedMessage> messages = opened.stream().map(Opened::message).toList();
    Mono.defer(() -> inbox.once(name, tenant, messages, handler)).contextCapture().block(BOUND);
  }

  private void setAside(Received record, @Nullable String tenant, Throwable failure) {
    deadLetters.keep(name, record, tenant, failure).block(BOUND);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
