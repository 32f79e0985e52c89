package io.holdfast.ingestion.tenants;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells a tenant's settings again, when services have begun to read what they passed over before.
 */
@Component
class TellSettings implements TimerHandler {
  private final Tenants tenants;

  TellSettings(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public String kind() {
    return "tell-settings";
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return tenants.tellAgain(timer.tenant());
  }
}
