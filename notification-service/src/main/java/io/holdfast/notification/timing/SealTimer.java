package io.holdfast.notification.timing;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Seals the secrets of channels that were added before secrets were sealed; set by a migration. */
public record SealTimer(Supplier<Mono<Void>> seal) implements TimerHandler {

  private static final String KIND = "seal-secrets";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return seal.get();
  }
}
