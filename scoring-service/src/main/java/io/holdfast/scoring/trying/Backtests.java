package io.holdfast.scoring.trying;

import io.holdfast.scoring.trying.Backtest.State;
import io.holdfast.tenancy.TenantId;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A tenant's backtests. */
public interface Backtests {

  Mono<Void> add(TenantId tenant, Backtest backtest);

  Mono<Backtest> find(TenantId tenant, String model, UUID id);

  /** Those of a model, newest first. */
  Flux<Backtest> all(TenantId tenant, String model);

  /** How many are queued or running. */
  Mono<Integer> open(TenantId tenant);

  /**
   * The one that was asked for first of those queued or running, locked until the transaction ends.
   */
  Mono<Backtest> lockNext(TenantId tenant);

  Mono<Void> move(TenantId tenant, UUID id, State state);

  /** After whoever is working on it; what was observed for it goes along. */
  Mono<Void> discard(TenantId tenant, UUID id);
}
