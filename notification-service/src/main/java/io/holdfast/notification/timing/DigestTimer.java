package io.holdfast.notification.timing;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.notification.responding.SendDigest;
import io.holdfast.tenancy.TenantTransactions;
import reactor.core.publisher.Mono;

/**
 * A load has calmed down: its digest is due. It begins a transaction of its own, so that it does
 * not keep the timer while it waits for those who change alerts and set the timer anew. Fired
 * again, it finds what was taken gone.
 */
public record DigestTimer(SendDigest send, TenantTransactions transactions)
    implements TimerHandler {

  @Override
  public String kind() {
    return SendDigest.TIMER;
  }

  @Override
  public boolean transactional() {
    return false;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return transactions.run(timer.tenant(), () -> send.due(timer.tenant()));
  }
}
