package io.holdfast.scoring.trying;

import io.holdfast.scoring.backtest.AccountWeeks;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a running backtest has observed so far, kept until it is done. */
public interface Observations {

  Mono<Void> add(TenantId tenant, UUID backtest, List<Observed> accounts);

  /** Each account once, in any order, a few read at a time. */
  Flux<Observed> all(TenantId tenant, UUID backtest);

  /** The segments of most accounts. */
  Flux<String> largestSegments(TenantId tenant, UUID backtest, int most);

  Mono<Void> drop(TenantId tenant, UUID backtest);

  /**
   * @param segment null when none is asked for, or none is known
   */
  record Observed(AccountWeeks weeks, @Nullable String segment) {}
}
