package io.holdfast.scoring.rescoring;

import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How every account stands. */
public interface Standings {

  /**
   * Accounts by their ids, locked in this order until the transaction ends, so that one judgement
   * follows another.
   */
  Flux<Profile> lock(TenantId tenant, Collection<String> accounts);

  /** As {@link #lock}, without those that are locked by somebody else. */
  Flux<Profile> lockFree(TenantId tenant, Collection<String> accounts);

  /** The account as it stands. */
  Mono<Profile> find(TenantId tenant, String account);

  /** Keeps verdicts, and the transitions of those that cross a band. */
  Mono<Void> keep(TenantId tenant, List<Verdict> verdicts);
}
