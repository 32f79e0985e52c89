package io.holdfast.scoring.rescoring;

import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

record InMemoryMovedPictures(
    InMemoryAccounts accounts,
    InMemoryStandings standings,
    InMemoryAccountPictures pictures,
    InMemoryDeferrals deferrals)
    implements MovedPictures {

  @Override
  public Mono<Void> move(TenantId tenant, String from, String into) {
    return Mono.fromRunnable(
        () -> {
          accounts.move(from, into);
          pictures.move(from, into);
          deferrals.move(from, into);
          standings.forget(from);
        });
  }
}
