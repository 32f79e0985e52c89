package io.holdfast.messaging;

import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The effect of messages. */
public interface MessageHandler {
  /**
   * Called inside one transaction of the tenant with messages not seen before, in order. An error
   * rolls all of them back; they are then tried one by one, and one that keeps failing becomes a
   * dead letter.
   */
  Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages);
}
