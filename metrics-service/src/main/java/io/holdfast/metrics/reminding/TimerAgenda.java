package io.holdfast.metrics.reminding;

import io.holdfast.messaging.Timers;
import io.holdfast.metrics.booking.Agenda;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** One timer an account, due at the start of the next day on which something is booked. */
public final class TimerAgenda implements Agenda {

  static final String KIND = "book";

  private final Timers timers;

  public TimerAgenda(Timers timers) {
    this.timers = timers;
  }

  @Override
  public Mono<Void> lookAgain(TenantId tenant, AccountId account, Instant at) {
    return timers.set(tenant, KIND, account.value(), at, "");
  }

  @Override
  public Mono<Void> forget(TenantId tenant, AccountId account) {
    return timers.cancel(tenant, KIND, account.value());
  }
}
