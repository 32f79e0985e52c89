package io.holdfast.scoring.timing;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.scoring.trying.RunBacktests;
import reactor.core.publisher.Mono;

/** A tenant's backtests are to go on. */
public record BacktestTimer(RunBacktests backtests) implements TimerHandler {

  @Override
  public String kind() {
    return RunBacktests.TIMER;
  }

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return backtests.goOn(timer.tenant(), timer.attempt());
  }
}
