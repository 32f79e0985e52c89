package io.holdfast.notification.responding;

import io.holdfast.messaging.Mergeable;
import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertKind;
import io.holdfast.notification.alert.OpenAlerts;
import io.holdfast.notification.alert.Takeover;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.PlayRun.Outcome;
import io.holdfast.notification.play.RunEntry;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two accounts become one, and so do their alerts and runs. Nobody is told anything. */
public final class MergeAlerts implements Mergeable {

  private final Alerts alerts;
  private final PlayRuns runs;
  private final MovedAlerts moved;
  private final AdvanceRun advance;
  private final Announcements announcements;
  private final Clock clock;

  public MergeAlerts(
      Alerts alerts,
      PlayRuns runs,
      MovedAlerts moved,
      AdvanceRun advance,
      Announcements announcements,
      Clock clock) {
    this.alerts = alerts;
    this.runs = runs;
    this.moved = moved;
    this.advance = advance;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  public Mono<Void> merge(TenantId tenant, String from, String into) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return alerts
        .hold(Set.of(from, into))
        .then(Mono.defer(() -> alerts.openOf(into)))
        .zipWhen(_ -> alerts.openOf(from))
        .flatMap(
            open ->
                takeOver(tenant, Takeover.of(open.getT2(), open.getT1(), now), open.getT1(), now))
        .then(Mono.defer(() -> moved.move(from, into)));
  }

  private Mono<Void> takeOver(TenantId tenant, Takeover decided, OpenAlerts kept, Instant now) {
    return Flux.fromIterable(decided.changed())
        .concatMap(alerts::save)
        .thenMany(Flux.fromIterable(decided.closed()))
        .concatMap(alert -> close(tenant, alert, heir(alert, kept), now))
        .then();
  }

  /** Who goes on to tell of what is not paid; nobody does of a health that is judged no more. */
  private static Optional<Alert> heir(Alert closed, OpenAlerts kept) {
    return closed.kind() == AlertKind.INVOLUNTARY ? kept.of(closed.kind()) : Optional.empty();
  }

  private Mono<Void> close(TenantId tenant, Alert closed, Optional<Alert> heir, Instant now) {
    return alerts
        .save(closed)
        .then(announcements.closed(tenant, closed))
        .thenMany(runs.runningFor(closed.id()).collectList().flatMapIterable(list -> list))
        .concatMap(
            run ->
                heir.map(alert -> follow(tenant, run, alert, now))
                    .orElseGet(() -> end(tenant, run, now)))
        .then();
  }

  /** It goes on beside the runs of the other, unless one of these has yet to tell the same. */
  private Mono<Void> follow(TenantId tenant, PlayRun run, Alert heir, Instant now) {
    return runs.runningFor(heir.id())
        .collectList()
        .map(running -> run.hasYetToTell() && running.stream().anyMatch(PlayRun::hasYetToTell))
        .flatMap(told -> told ? end(tenant, run, now) : moved.follow(run.id(), heir));
  }

  private Mono<Void> end(TenantId tenant, PlayRun run, Instant now) {
    String why = "The account was merged into another";
    return runs.record(new RunEntry(run.id(), now, run.next(), "exited", why))
        .then(advance.end(tenant, run, Outcome.EXITED, now))
        .then();
  }
}
