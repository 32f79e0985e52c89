package io.holdfast.scoring.fitting;

import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A tenant's published profiles, only ever added to. The newest is in force. */
public interface FitProfiles {

  /** Nothing, when the tenant has none. */
  Mono<FitVersion> inForce(TenantId tenant);

  /** As {@code inForce}, and no other comes into force before the transaction ends. */
  Mono<FitVersion> held(TenantId tenant);

  Mono<FitVersion> find(TenantId tenant, int version);

  /** The newest first. */
  Flux<FitVersion> all(TenantId tenant);

  /**
   * The number of the next version. Nobody else gets it, and nobody holds an earlier one, before
   * the transaction ends.
   */
  Mono<Integer> next(TenantId tenant);

  Mono<Void> add(TenantId tenant, FitVersion version);
}
