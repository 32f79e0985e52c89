package io.holdfast.scoring.intake;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.scoring.rescoring.JudgeAccounts;
import io.holdfast.scoring.rescoring.JudgeByClock;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Time passed: a day of the tenant ended, or a band was kept long enough. */
@Component
final class DailyTimer implements TimerHandler {

  private final JudgeByClock judge;

  DailyTimer(JudgeByClock judge) {
    this.judge = judge;
  }

  @Override
  public String kind() {
    return JudgeAccounts.DAILY;
  }

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
    return judge.look(tenant, timers.stream().map(FiredTimer::key).toList());
  }
}
