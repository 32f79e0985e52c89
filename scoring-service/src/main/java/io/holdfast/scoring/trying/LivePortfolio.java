package io.holdfast.scoring.trying;

import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The accounts that have not left, as they stand. */
public interface LivePortfolio {

  Mono<Integer> size(TenantId tenant);

  /** Those of the most annual revenue first, equal ones by their ids. */
  Flux<Profile> largest(TenantId tenant, int most);
}
