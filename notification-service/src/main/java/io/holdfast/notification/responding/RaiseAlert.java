package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertChange;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.play.Play;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Turns a play's warning into an alert, and enrols the account when that is news. */
public final class RaiseAlert {

  private final Alerts alerts;
  private final Settlements settlements;
  private final PlayRuns runs;
  private final Announcements announcements;
  private final AdvanceRun advance;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public RaiseAlert(
      Alerts alerts,
      Settlements settlements,
      PlayRuns runs,
      Announcements announcements,
      AdvanceRun advance,
      Supplier<UUID> ids,
      Clock clock) {
    this.alerts = alerts;
    this.settlements = settlements;
    this.runs = runs;
    this.announcements = announcements;
    this.advance = advance;
    this.ids = ids;
    this.clock = clock;
  }

  public Mono<Void> on(TenantId tenant, Play play, Warning warning) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return alerts
        .openOf(warning.accountId())
        .filterWhen(_ -> isNews(warning))
        .map(open -> open.hear(warning, ids.get(), now))
        .flatMap(change -> follow(tenant, play, change, now));
  }

  private Mono<Boolean> isNews(Warning warning) {
    return Mono.justOrEmpty(warning.about())
        .flatMap(thing -> settlements.until(warning.accountId(), warning.play(), thing))
        .map(settled -> warning.since().isAfter(settled))
        .defaultIfEmpty(true);
  }

  private Mono<Void> follow(TenantId tenant, Play play, AlertChange change, Instant now) {
    return switch (change) {
      case AlertChange.Opened opened ->
          alerts
              .save(opened.alert())
              .thenMany(Flux.fromIterable(opened.muted()).concatMap(alerts::save))
              .then(announcements.opened(tenant, opened.alert()))
              .then(enrol(tenant, play, opened.alert(), now));
      case AlertChange.Worsened worsened ->
          alerts
              .save(worsened.alert())
              .then(isStillToBeTold(worsened.alert()))
              .flatMap(soon -> soon ? Mono.empty() : enrol(tenant, play, worsened.alert(), now));
      case AlertChange.Repeated _,
          AlertChange.Eased _,
          AlertChange.Acknowledged _,
          AlertChange.Closed _,
          AlertChange.AlreadyClosed _ ->
          alerts.save(change.alert());
    };
  }

  /** A run that has yet to speak will tell the newest facts by itself. */
  private Mono<Boolean> isStillToBeTold(Alert alert) {
    return Mono.defer(() -> runs.runningFor(alert.id()).any(PlayRun::hasYetToTell));
  }

  private Mono<Void> enrol(TenantId tenant, Play play, Alert alert, Instant now) {
    return Mono.defer(
        () -> {
          PlayRun run = PlayRun.enrol(ids.get(), play, alert, now);
          return runs.save(run)
              .then(announcements.started(tenant, run))
              .then(advance.on(tenant, run, play, alert));
        });
  }
}
