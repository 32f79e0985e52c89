package io.holdfast.messaging.retention;

import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** How long a tenant keeps things. Inside the tenant's transaction. */
public interface KeptFor {
  /** Empty while that is not known here: then nothing goes by its age. */
  Mono<Duration> of(TenantId tenant);
}
