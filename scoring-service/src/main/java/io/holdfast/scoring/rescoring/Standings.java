package io.holdfast.scoring.rescoring;

import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

/** How every account stands. */
public interface Standings {

  /** The account, locked until the transaction ends, so that one judgement follows another. */
  Mono<Profile> lock(TenantId tenant, String account);

  /** The account as it stands. */
  Mono<Profile> find(TenantId tenant, String account);

  /** Keeps the verdict, and the transition when it crosses a band. */
  Mono<Void> keep(TenantId tenant, Verdict verdict);
}
