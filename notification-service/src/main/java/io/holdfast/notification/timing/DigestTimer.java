package io.holdfast.notification.timing;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.notification.persistence.R2dbcDigests;
import io.holdfast.notification.responding.SendDigest;
import reactor.core.publisher.Mono;

/** A load has calmed down: its digest is due. */
public record DigestTimer(SendDigest send) implements TimerHandler {

  @Override
  public String kind() {
    return R2dbcDigests.TIMER;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return send.due(timer.tenant());
  }
}
