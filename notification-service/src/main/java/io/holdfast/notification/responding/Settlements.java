package io.holdfast.notification.responding;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Things that are over, so that older news of them warns of nothing: a payment that is told before
 * the failure it made up for, a failure that is delivered again after its alert was closed.
 */
public interface Settlements {

  /** Whatever the play hears of this thing up to then is settled. */
  Mono<Void> settle(String accountId, String play, String thing, Instant until);

  /** Until when it is settled; empty when it never was. */
  Mono<Instant> until(String accountId, String play, String thing);
}
