package io.holdfast.scoring.timing;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;

/**
 * It is time to look at accounts.
 *
 * @param look at the accounts whose timers are due
 */
public record JudgeTimer(String kind, BiFunction<TenantId, Collection<String>, Mono<Void>> look)
    implements TimerHandler {

  /** Set-based reads and writes cost a fraction of as many single ones. */
  @Override
  public int together() {
    return 32;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return fireTogether(timer.tenant(), List.of(timer));
  }

  @Override
  public Mono<Void> fireTogether(TenantId tenant, List<FiredTimer> timers) {
    return look.apply(tenant, timers.stream().map(FiredTimer::key).toList());
  }
}
