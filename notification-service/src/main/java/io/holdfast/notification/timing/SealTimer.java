package io.holdfast.notification.timing;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.notification.persistence.R2dbcChannels;
import reactor.core.publisher.Mono;

/** Seals the secrets of channels that were added before secrets were sealed; set by a migration. */
public record SealTimer(R2dbcChannels channels) implements TimerHandler {

  static final String KIND = "seal-secrets";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return channels.sealReadable();
  }
}
