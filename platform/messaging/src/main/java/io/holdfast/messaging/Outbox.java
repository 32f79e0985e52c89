package io.holdfast.messaging;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Takes messages inside the transaction of the change they tell of: both commit, or neither does.
 */
public interface Outbox {
  Mono<Void> append(Collection<OutgoingMessage> messages);

  default Mono<Void> append(OutgoingMessage... messages) {
    return append(List.of(messages));
  }
}
