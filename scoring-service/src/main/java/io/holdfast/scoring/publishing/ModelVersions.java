package io.holdfast.scoring.publishing;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** A tenant's published models; only ever added to. */
public interface ModelVersions {

  /**
   * The number of the next version of a model, 1 for the first; nobody else gets it before the
   * transaction ends.
   */
  Mono<Integer> next(TenantId tenant, String key);

  Mono<Void> add(TenantId tenant, Publication publication);

  /**
   * @param reason what for, by whoever published it
   */
  record Publication(
      String key, int version, String document, Instant at, String by, String reason) {}
}
