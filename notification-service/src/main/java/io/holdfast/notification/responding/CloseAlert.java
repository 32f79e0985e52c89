package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertChange;
import io.holdfast.notification.alert.OpenAlerts;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.play.Happening;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import io.holdfast.notification.telling.TellPeople;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Acknowledges and closes alerts; what a closed one kept quiet may speak then. */
public final class CloseAlert {

  private final Alerts alerts;
  private final Settlements settlements;
  private final PlayRuns runs;
  private final AdvanceRun advance;
  private final TellPeople tell;
  private final Announcements announcements;
  private final Clock clock;

  public CloseAlert(
      Alerts alerts,
      Settlements settlements,
      PlayRuns runs,
      AdvanceRun advance,
      TellPeople tell,
      Announcements announcements,
      Clock clock) {
    this.alerts = alerts;
    this.settlements = settlements;
    this.runs = runs;
    this.advance = advance;
    this.tell = tell;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** A person has seen it. Empty when there is no such alert. */
  public Mono<AlertChange> acknowledged(UUID id) {
    return held(id)
        .map(Alert::acknowledge)
        .flatMap(change -> alerts.save(change.alert()).thenReturn(change));
  }

  /** A person judged it. Empty when there is no such alert. */
  public Mono<AlertChange> judged(TenantId tenant, UUID id, Verdict verdict) {
    return held(id)
        .map(alert -> alert.close(verdict, clock.instant()))
        .flatMap(change -> follow(tenant, change).thenReturn(change));
  }

  /**
   * Its account is known by reading it, so it is read again when nobody else can change it; it may
   * have been merged into another meanwhile.
   */
  private Mono<Alert> held(UUID id) {
    return alerts
        .byId(id)
        .flatMap(
            read ->
                alerts
                    .hold(Set.of(read.accountId()))
                    .then(alerts.byId(id))
                    .flatMap(
                        alert ->
                            alert.accountId().equals(read.accountId())
                                ? Mono.just(alert)
                                : held(id)));
  }

  /** What this play warned of went away, all of it or the one thing the happening is about. */
  Mono<Void> recovered(TenantId tenant, String play, Happening happening) {
    return settled(play, happening)
        .then(alerts.openOf(happening.accountId()))
        .flatMapIterable(OpenAlerts::alerts)
        .filter(alert -> alert.warning().play().equals(play))
        .map(alert -> alert.recover(happening.about(), clock.instant()))
        .concatMap(change -> follow(tenant, change))
        .then();
  }

  private Mono<Void> settled(String play, Happening happening) {
    return Mono.justOrEmpty(happening.about())
        .flatMap(thing -> settlements.settle(happening.accountId(), play, thing, happening.at()));
  }

  private Mono<Void> follow(TenantId tenant, AlertChange change) {
    return switch (change) {
      case AlertChange.Closed closed -> closed(tenant, closed.alert());
      case AlertChange.Eased eased -> alerts.save(eased.alert());
      case AlertChange.Opened _,
          AlertChange.Worsened _,
          AlertChange.Repeated _,
          AlertChange.Acknowledged _,
          AlertChange.AlreadyClosed _ ->
          Mono.empty();
    };
  }

  private Mono<Void> closed(TenantId tenant, Alert alert) {
    Instant at = Objects.requireNonNull(alert.closedAt());
    return alerts
        .save(alert)
        .then(settleAll(alert.warning(), at))
        .then(announcements.closed(tenant, alert))
        .then(endRuns(tenant, alert, at))
        .then(tell.closed(tenant, alert))
        .then(unmute(tenant, alert));
  }

  private Mono<Void> settleAll(Warning warning, Instant until) {
    return Flux.fromIterable(warning.things())
        .concatMap(thing -> settlements.settle(warning.accountId(), warning.play(), thing, until))
        .then();
  }

  private Mono<Void> endRuns(TenantId tenant, Alert closed, Instant now) {
    String why = closed.verdict() == null ? "The account recovered" : "A person closed the alert";
    return runs.runningFor(closed.id())
        .collectList()
        .flatMapIterable(running -> running)
        .concatMap(
            run ->
                runs.record(new RunEntry(run.id(), now, run.next(), "exited", why))
                    .then(advance.end(tenant, run, PlayRun.Outcome.EXITED, now)))
        .then();
  }

  private Mono<Void> unmute(TenantId tenant, Alert closed) {
    return alerts
        .mutedBy(closed.id())
        .collectList()
        .flatMapIterable(muted -> muted)
        .map(Alert::unmuted)
        .concatMap(
            alert ->
                alerts
                    .save(alert)
                    .thenMany(
                        runs.runningFor(alert.id()).collectList().flatMapIterable(list -> list))
                    .concatMap(run -> advance.afterMute(tenant, run)))
        .then();
  }
}
