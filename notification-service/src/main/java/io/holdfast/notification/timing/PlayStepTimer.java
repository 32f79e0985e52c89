package io.holdfast.notification.timing;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.notification.responding.AdvanceRun;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A run has waited long enough. */
public record PlayStepTimer(AdvanceRun advance) implements TimerHandler {

  @Override
  public String kind() {
    return AdvanceRun.TIMER;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return advance.afterPause(timer.tenant(), UUID.fromString(timer.key()));
  }
}
