package io.holdfast.scoring.rescoring;

import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

/** Pictures of accounts that turned out to be other accounts. */
public interface MovedPictures {

  /**
   * All that is known of one account is the other's, which waits for its history if either did. Of
   * the first nothing is left but the transitions that were decided.
   */
  Mono<Void> move(TenantId tenant, String from, String into);
}
