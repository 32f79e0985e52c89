package io.holdfast.metrics.reminding;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.metrics.booking.BookAccounts;
import io.holdfast.metrics.contract.AccountId;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Books the account again on the day: what was ahead is news now. */
public final class BookTimerHandler implements TimerHandler {

  private final BookAccounts booking;

  public BookTimerHandler(BookAccounts booking) {
    this.booking = booking;
  }

  @Override
  public String kind() {
    return TimerAgenda.KIND;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return booking.on(timer.tenant(), Set.of(new AccountId(timer.key())));
  }
}
