package io.holdfast.notification.timing;

import io.holdfast.messaging.Timers;
import io.holdfast.notification.responding.AdvanceRun;
import io.holdfast.notification.responding.RunTimers;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

public record PlatformRunTimers(Timers timers) implements RunTimers {

  @Override
  public Mono<Void> wake(TenantId tenant, UUID run, Instant at) {
    return timers.set(tenant, AdvanceRun.TIMER, run.toString(), at, "");
  }
}
