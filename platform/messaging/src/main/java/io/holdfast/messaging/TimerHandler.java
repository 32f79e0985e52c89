package io.holdfast.messaging;

import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens when a timer of one kind is due. */
public interface TimerHandler {
  String kind();

  /**
   * True: runs in one tenant transaction together with the timer's removal, so exactly once. False:
   * runs outside of one under a lease of 60 seconds, for work that calls others, so at least once;
   * the timer goes after success.
   */
  default boolean transactional() {
    return true;
  }

  /**
   * How many due timers of one tenant may share a transaction, for handlers whose work is cheaper
   * done together. Timers that fail together are tried one by one. More than one only when
   * transactional.
   */
  default int together() {
    return 1;
  }

  /**
   * An error keeps the timer, which is tried again with back-off. Setting the same timer anew here
   * keeps the new one.
   */
  Mono<Void> fire(FiredTimer timer);

  /** Fires timers of one tenant that share a transaction. */
  default Mono<Void> fireTogether(TenantId tenant, List<FiredTimer> timers) {
    return Flux.fromIterable(timers).concatMap(this::fire).then();
  }
}
