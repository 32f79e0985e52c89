package io.holdfast.scoring.intake;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.scoring.rescoring.JudgeWhenQuiet;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** It may have become quiet around an account whose history was arriving. */
@Component
final class RescoreTimer implements TimerHandler {

  private final JudgeWhenQuiet judge;

  RescoreTimer(JudgeWhenQuiet judge) {
    this.judge = judge;
  }

  @Override
  public String kind() {
    return HearNews.RESCORE;
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
