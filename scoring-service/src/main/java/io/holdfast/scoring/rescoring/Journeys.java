package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.journey.JourneyState;
import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far accounts have come. */
public interface Journeys {

  /** Of each account that was followed before. */
  Flux<Followed> of(TenantId tenant, Collection<String> accounts);

  /** Keeps how far they have come, and the transitions of those that entered a stage. */
  Mono<Void> keep(TenantId tenant, List<Verdict> verdicts);

  record Followed(String account, JourneyState state) {}
}
