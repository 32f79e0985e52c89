package io.holdfast.notification.delivering;

import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.DeliveryState;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Gives a dead delivery a new round of tries. */
public final class ResendDelivery {

  private final Deliveries deliveries;
  private final Clock clock;

  public ResendDelivery(Deliveries deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Empty when there is no such delivery. */
  public Mono<Resending> of(TenantId tenant, UUID id) {
    return deliveries
        .byId(id)
        .flatMap(
            delivery -> {
              if (delivery.state() != DeliveryState.DEAD) {
                return Mono.just(new Resending.NotDead(delivery));
              }
              Delivery again = delivery.again(clock.instant());
              return deliveries.save(tenant, again).thenReturn(new Resending.Begun(again));
            });
  }

  /** What came of it. */
  public sealed interface Resending {

    Delivery delivery();

    record Begun(Delivery delivery) implements Resending {}

    /** It is on its way or has arrived. */
    record NotDead(Delivery delivery) implements Resending {}
  }
}
