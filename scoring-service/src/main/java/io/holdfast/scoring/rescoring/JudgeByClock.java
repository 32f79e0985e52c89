package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Cause;
import io.holdfast.tenancy.TenantId;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Judges an account because time passed, unless its history is still arriving. */
public final class JudgeByClock {

  private final JudgeAccount judge;
  private final Deferrals deferrals;

  public JudgeByClock(JudgeAccount judge, Deferrals deferrals) {
    this.judge = judge;
    this.deferrals = deferrals;
  }

  public Mono<Void> look(TenantId tenant, String account) {
    return deferrals
        .waiting(tenant, Set.of(account))
        .filter(Set::isEmpty)
        .flatMap(_ -> judge.judge(tenant, account, Cause.CLOCK));
  }
}
