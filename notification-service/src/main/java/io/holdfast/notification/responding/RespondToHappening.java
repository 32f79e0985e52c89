package io.holdfast.notification.responding;

import io.holdfast.notification.play.Happening;
import io.holdfast.notification.play.PlayResponse;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Asks every live play what it makes of a happening, and carries that out. */
public final class RespondToHappening {

  private final Plays plays;
  private final RaiseAlert raise;
  private final CloseAlert close;
  private final Clock clock;

  public RespondToHappening(Plays plays, RaiseAlert raise, CloseAlert close, Clock clock) {
    this.plays = plays;
    this.raise = raise;
    this.close = close;
    this.clock = clock;
  }

  public Mono<Void> on(TenantId tenant, Happening happening) {
    if (happening.isOfThePast()) {
      return Mono.empty();
    }
    Instant now = clock.instant();
    return plays
        .live()
        .collectList()
        .flatMapIterable(live -> live)
        .concatMap(play -> respond(tenant, play.hear(happening, now)))
        .then();
  }

  private Mono<Void> respond(TenantId tenant, PlayResponse response) {
    return switch (response) {
      case PlayResponse.Begins begins -> raise.on(tenant, begins.play(), begins.warning());
      case PlayResponse.Ends ends ->
          close.recovered(tenant, ends.happening().accountId(), ends.play().key());
      case PlayResponse.Ignored _ -> Mono.empty();
    };
  }
}
