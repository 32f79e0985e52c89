package io.holdfast.notification.responding;

import io.holdfast.notification.play.Happening;
import io.holdfast.notification.play.Play;
import io.holdfast.notification.play.PlayResponse;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks every live play what it makes of a happening, and carries that out. */
public final class RespondToHappening {

  private final Plays plays;
  private final Alerts alerts;
  private final RaiseAlert raise;
  private final CloseAlert close;
  private final Clock clock;

  public RespondToHappening(
      Plays plays, Alerts alerts, RaiseAlert raise, CloseAlert close, Clock clock) {
    this.plays = plays;
    this.alerts = alerts;
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
        .map(live -> responses(live, happenings, clock.instant()))
        .flatMap(responses -> carryOut(tenant, responses));
  }

  private static List<PlayResponse> responses(
      List<Play> live, List<Happening> happenings, Instant now) {
    return happenings.stream()
        .flatMap(happening -> live.stream().map(play -> play.hear(happening, now)))
        .toList();
  }

  private Mono<Void> carryOut(TenantId tenant, List<PlayResponse> responses) {
    return alerts
        .hold(responses.stream().flatMap(RespondToHappening::account).toList())
        .thenMany(Flux.fromIterable(responses).concatMap(response -> carryOut(tenant, response)))
        .then();
  }

  private static Stream<String> account(PlayResponse response) {
    return switch (response) {
      case PlayResponse.Begins begins -> Stream.of(begins.warning().accountId());
      case PlayResponse.Ends ends -> Stream.of(ends.happening().accountId());
      case PlayResponse.Ignored _ -> Stream.empty();
    };
  }

  private Mono<Void> carryOut(TenantId tenant, PlayResponse response) {
    return switch (response) {
      case PlayResponse.Begins begins -> raise.on(tenant, begins.play(), begins.warning());
      case PlayResponse.Ends ends -> close.recovered(tenant, ends.play().key(), ends.happening());
      case PlayResponse.Ignored _ -> Mono.empty();
    };
  }
}
