package io.holdfast.scoring.intake;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.scoring.rescoring.JudgeAccount;
import io.holdfast.scoring.rescoring.JudgeByClock;
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
    return JudgeAccount.DAILY;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return judge.look(timer.tenant(), timer.key());
  }
}
