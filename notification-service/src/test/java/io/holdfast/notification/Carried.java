package io.holdfast.notification;

import reactor.core.publisher.Mono;

/**
 * How work on a port is carried out: at once on a fake, in a tenant's transaction on the real one.
 */
public interface Carried {

  /** Its result; null when it is empty. */
  <T> T done(Mono<T> work);
}
