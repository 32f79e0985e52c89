package io.holdfast.metrics.timing;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.metrics.booking.BookAccounts;
import io.holdfast.tenancy.TenantTransactions;
import reactor.core.publisher.Mono;

/**
 * Books the accounts whose day has come: what was ahead is news now.
 *
 * <p>The transaction is its own, so that accounts are held before the timer, as they are when facts
 * are booked; in the timer's, the two would wait for each other. Fired twice is the same as once.
 */
public final class BookTimer implements TimerHandler {

  private final TenantTransactions tenants;
  private final BookAccounts booking;

  public BookTimer(TenantTransactions tenants, BookAccounts booking) {
    this.tenants = tenants;
    this.booking = booking;
  }

  @Override
  public String kind() {
    return BookAccounts.TIMER;
  }

  @Override
  public boolean transactional() {
    return false;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return tenants.run(timer.tenant(), () -> booking.onDue(timer.tenant()));
  }
}
