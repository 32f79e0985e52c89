package io.holdfast.notification.delivering;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.delivery.Attempt;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The deliveries of the tenant at work. */
public interface Deliveries {

  /** One that is still to be tried, with its channel. */
  Mono<Posting> pending(UUID id);

  Mono<Delivery> byId(UUID id);

  /** Keeps a delivery and sets the timer of its next try, if there is one. */
  Mono<Void> save(TenantId tenant, Delivery delivery);

  Mono<Void> log(Attempt attempt);

  /**
   * @param channel empty for mail straight to a person
   */
  record Posting(Delivery delivery, Optional<Channel> channel) {}
}
