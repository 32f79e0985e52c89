package io.holdfast.scoring.rescoring;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pictures that are emptied to be made anew, and the accounts that wait for theirs. */
public interface ForgottenPictures {

  /** Nothing is known of any account, and any version of its master data is news. */
  Mono<Void> forget(TenantId tenant);

  /** All accounts wait until then, also those that wait already. */
  Mono<Void> hold(TenantId tenant, Instant until);

  /** Those that wait do so no longer than others whose history is arriving; gives them. */
  Flux<String> release(TenantId tenant, Instant now);
}
