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

  /**
   * What a message is made of, when it is several that came together: bodies of messages of the
   * same type. One that keeps failing as a whole is then handled part by part, each under an id of
   * its own, so that only the part that fails becomes a dead letter. A single part is the message
   * in the words in which it is to be kept: a body that came from outside in those that an erasure
   * finds. Whoever says so refuses repetitions by what the parts hold: after a crash in between the
   * whole is tried once more.
   */
  default List<byte[]> parts(ReceivedMessage message) {
    return List.of();
  }
}
