package io.holdfast.metrics.timing;

import io.holdfast.messaging.Timers;
import io.holdfast.metrics.booking.Agenda;
import io.holdfast.metrics.booking.BookAccounts;
import io.holdfast.metrics.booking.PlannedLooks;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** One timer a tenant, due with the first of its planned looks. */
public final class TimerAgenda implements Agenda {

  private static final String KEY = "next";

  private final PlannedLooks planned;
  private final Timers timers;

  public TimerAgenda(PlannedLooks planned, Timers timers) {
    this.planned = planned;
    this.timers = timers;
  }

  @Override
  public Mono<Void> plan(TenantId tenant, Collection<Look> looks) {
    Optional<Instant> first =
        looks.stream().map(Look::at).flatMap(Optional::stream).min(Instant::compareTo);
    return planned
        .replace(looks)
        .then(
            Mono.justOrEmpty(first)
                .flatMap(at -> timers.setIfEarlier(tenant, BookAccounts.TIMER, KEY, at, "")));
  }

  @Override
  public Mono<List<AccountId>> due(Instant now) {
    return planned.due(now);
  }

  @Override
  public Mono<Void> goOn(TenantId tenant) {
    return planned
        .first()
        .flatMap(
            first ->
                first
                    .map(at -> timers.set(tenant, BookAccounts.TIMER, KEY, at, ""))
                    .orElseGet(() -> timers.cancel(tenant, BookAccounts.TIMER, KEY)));
  }
}
