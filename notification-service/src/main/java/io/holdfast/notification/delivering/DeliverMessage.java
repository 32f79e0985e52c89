package io.holdfast.notification.delivering;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.delivering.Deliveries.Posting;
import io.holdfast.notification.delivery.Attempt;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.RetrySchedule;
import io.holdfast.notification.delivery.SendOutcome;
import io.holdfast.notification.telling.Channels;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tries a delivery once, outside of any transaction, and keeps what came of it. */
public final class DeliverMessage {

  /** Kind of the timers that say that a try is due. */
  public static final String TIMER = "deliver";

  private final Deliveries deliveries;
  private final Channels channels;
  private final Carrier carrier;
  private final TenantTransactions transactions;
  private final Clock business;
  private final Clock real;

  public DeliverMessage(
      Deliveries deliveries,
      Channels channels,
      Carrier carrier,
      TenantTransactions transactions,
      Clock business,
      Clock real) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.carrier = carrier;
    this.transactions = transactions;
    this.business = business;
    this.real = real;
  }

  public Mono<Void> on(TenantId tenant, UUID id) {
    return transactions
        .run(tenant, () -> deliveries.pending(id))
        .flatMap(
            posting -> {
              Instant begun = real.instant();
              return carrier
                  .carry(posting)
                  .flatMap(
                      outcome ->
                          transactions.run(
                              tenant,
                              () -> settle(tenant, posting, begun, outcome).thenReturn(id)));
            })
        .then();
  }

  private Mono<Void> settle(TenantId tenant, Posting posting, Instant begun, SendOutcome outcome) {
    Delivery after = posting.delivery().after(outcome, RetrySchedule.STANDARD, business.instant());
    Duration took = Duration.between(begun, real.instant());
    return deliveries
        .log(Attempt.of(after, begun, took, outcome))
        .then(deliveries.save(tenant, after))
        .then(Mono.defer(() -> switchOff(posting, outcome)));
  }

  private Mono<Void> switchOff(Posting posting, SendOutcome outcome) {
    if (!(outcome instanceof SendOutcome.Gone gone)) {
      return Mono.empty();
    }
    return Mono.justOrEmpty(posting.channel())
        .map(Channel::id)
        .flatMap(channel -> channels.disable(channel, gone.detail()));
  }
}
