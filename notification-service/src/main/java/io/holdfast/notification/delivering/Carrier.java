package io.holdfast.notification.delivering;

import io.holdfast.notification.delivering.Deliveries.Posting;
import io.holdfast.notification.delivery.SendOutcome;
import reactor.core.publisher.Mono;

/** Hands a message over to the outside world, once. */
public interface Carrier {

  /** What came of it; what the other side did wrong is an outcome, not an error. */
  Mono<SendOutcome> carry(Posting posting);
}
