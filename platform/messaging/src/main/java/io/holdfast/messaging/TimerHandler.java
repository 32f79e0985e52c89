package io.holdfast.messaging;

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
   * An error keeps the timer, which is tried again with back-off. Setting the same timer anew here
   * keeps the new one.
   */
  Mono<Void> fire(FiredTimer timer);
}
