package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Standing;
import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** There is nobody else in memory, so that nothing is ever locked by somebody else. */
final class InMemoryStandings implements Standings {

  private final InMemoryAccounts accounts;
  private final Map<String, Standing> standings = new HashMap<>();

  InMemoryStandings(InMemoryAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Flux<Profile> lock(TenantId tenant, Collection<String> locked) {
    return Flux.defer(() -> Flux.fromIterable(new TreeSet<>(locked)))
        .concatMap(account -> find(tenant, account));
  }

  @Override
  public Flux<Profile> lockFree(TenantId tenant, Collection<String> locked) {
    return lock(tenant, locked);
  }

  @Override
  public Mono<Profile> find(TenantId tenant, String account) {
    return Mono.fromSupplier(
        () -> accounts.profile(account, standings.getOrDefault(account, Standing.NONE)));
  }

  void forget(String account) {
    standings.remove(account);
  }

  @Override
  public Mono<Void> keep(TenantId tenant, List<Verdict> verdicts) {
    return Mono.fromRunnable(
        () ->
            verdicts.forEach(
                one -> standings.put(one.profile().account(), one.judgement().standing())));
  }
}
