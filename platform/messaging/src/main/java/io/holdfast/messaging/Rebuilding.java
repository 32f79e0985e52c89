package io.holdfast.messaging;

import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

/** Tells whether a tenant's projections are being made anew. */
public interface Rebuilding {
  /**
   * Inside a transaction of the tenant, during which none begins: whoever judges by projections
   * asks before it reads them.
   */
  Mono<Boolean> underWay(TenantId tenant);
}
