package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.journey.JourneyState;
import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class InMemoryJourneys implements Journeys {

  private final Map<String, JourneyState> states = new TreeMap<>();

  @Override
  public Flux<Followed> of(TenantId tenant, Collection<String> accounts) {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(accounts)))
        .filter(states::containsKey)
        .map(account -> new Followed(account, states.get(account)));
  }

  @Override
  public Mono<Void> keep(TenantId tenant, List<Verdict> verdicts) {
    return Mono.fromRunnable(
        () -> verdicts.forEach(one -> states.put(one.profile().account(), one.progress().after())));
  }
}
