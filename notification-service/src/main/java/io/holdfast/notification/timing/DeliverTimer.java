package io.holdfast.notification.timing;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.notification.delivering.DeliverMessage;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A delivery is due. It calls others, so it runs outside of a transaction. */
public record DeliverTimer(DeliverMessage deliver) implements TimerHandler {

  @Override
  public String kind() {
    return DeliverMessage.TIMER;
  }

  @Override
  public boolean transactional() {
    return false;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return deliver.on(timer.tenant(), UUID.fromString(timer.key()));
  }
}
