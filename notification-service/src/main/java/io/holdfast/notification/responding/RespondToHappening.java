package io.holdfast.notification.responding;

import io.holdfast.notification.play.Happening;
import io.holdfast.notification.play.Play;
import io.holdfast.notification.play.PlayResponse;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
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

  /** In the order they came in; the plays are read once for all of them. */
  public Mono<Void> on(TenantId tenant, List<Happening> happenings) {
    if (happenings.isEmpty()) {
      return Mono.empty();
    }
    return plays
        .live()
        .collectList()
        .flatMapMany(
            live ->
                Flux.fromIterable(happenings)
                    .concatMap(happening -> respond(tenant, live, happening)))
        .then();
  }

  private Mono<Void> respond(TenantId tenant, List<Play> live, Happening happening) {
    Instant now = clock.instant();
    return Flux.fromIterable(live)
        .concatMap(play -> respond(tenant, play.hear(happening, now)))
        .then();
  }

  private Mono<Void> respond(TenantId tenant, PlayResponse response) {
    return switch (response) {
      case PlayResponse.Begins begins -> raise.on(tenant, begins.play(), begins.warning());
      case PlayResponse.Ends ends -> close.recovered(tenant, ends.play().key(), ends.happening());
      case PlayResponse.Ignored _ -> Mono.empty();
    };
  }
}
