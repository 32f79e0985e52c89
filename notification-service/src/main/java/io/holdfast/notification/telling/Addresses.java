package io.holdfast.notification.telling;

import io.holdfast.notification.channel.Destination;
import reactor.core.publisher.Mono;

/** Knows which addresses may be called. */
public interface Addresses {

  /**
   * Why a destination must not be called. Empty when it may be; also when its host does not resolve
   * at present, for each delivery looks again.
   */
  Mono<String> objectionTo(Destination destination);
}
