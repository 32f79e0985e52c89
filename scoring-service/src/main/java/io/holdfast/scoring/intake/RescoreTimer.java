package io.holdfast.scoring.intake;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.messaging.TimerHandler;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.scoring.rescoring.JudgeWhenQuiet;
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

  @Override
  public Mono<Void> fire(FiredTimer timer) {
    return judge.look(timer.tenant(), timer.key());
  }
}
