package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Timers;
import io.holdfast.scoring.rescoring.Deferrals.Deferral;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Judges an account whose history has stopped arriving; otherwise looks again later. */
public final class JudgeWhenQuiet {

  private final JudgeAccount judge;
  private final Deferrals deferrals;
  private final Timers timers;
  private final Clock clock;

  public JudgeWhenQuiet(JudgeAccount judge, Deferrals deferrals, Timers timers, Clock clock) {
    this.judge = judge;
    this.deferrals = deferrals;
    this.timers = timers;
    this.clock = clock;
  }

  public Mono<Void> look(TenantId tenant, String account) {
    return deferrals.of(tenant, account).flatMap(deferral -> look(tenant, account, deferral));
  }

  private Mono<Void> look(TenantId tenant, String account, Deferral deferral) {
    if (deferral.until().isAfter(clock.instant())) {
      return timers.set(tenant, HearNews.RESCORE, account, deferral.until(), "");
    }
    return deferrals.end(tenant, account).then(judge.judge(tenant, account, deferral.cause()));
  }
}
