package io.holdfast.notification.responding;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Wakes runs that let time pass. */
public interface RunTimers {

  Mono<Void> wake(TenantId tenant, UUID run, Instant at);
}
