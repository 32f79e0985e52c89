package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertChange;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import io.holdfast.notification.telling.TellPeople;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Acknowledges and closes alerts; what a closed one kept quiet may speak then. */
public final class CloseAlert {

  private final Alerts alerts;
  private final PlayRuns runs;
  private final AdvanceRun advance;
  private final TellPeople tell;
  private final Announcements announcements;
  private final Clock clock;

  public CloseAlert(
      Alerts alerts,
      PlayRuns runs,
      AdvanceRun advance,
      TellPeople tell,
      Announcements announcements,
      Clock clock) {
    this.alerts = alerts;
    this.runs = runs;
    this.advance = advance;
    this.tell = tell;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** A person has seen it. Empty when there is no such alert. */
  public Mono<AlertChange> acknowledged(UUID id) {
    return alerts
        .byId(id)
        .map(Alert::acknowledge)
        .flatMap(change -> alerts.save(change.alert()).thenReturn(change));
  }

  /** A person judged it. Empty when there is no such alert. */
  public Mono<AlertChange> judged(TenantId tenant, UUID id, Verdict verdict) {
    return alerts.byId(id).flatMap(alert -> close(tenant, alert, verdict));
  }

  /** What this play warned of went away. */
  Mono<Void> recovered(TenantId tenant, String accountId, String play) {
    return alerts
        .openOf(accountId)
        .flatMapIterable(open -> open.alerts())
        .filter(alert -> alert.warning().play().equals(play))
        .concatMap(alert -> close(tenant, alert, null))
        .then();
  }

  private Mono<AlertChange> close(TenantId tenant, Alert alert, @Nullable Verdict verdict) {
    Instant now = clock.instant();
    AlertChange change = alert.close(verdict, now);
    return switch (change) {
      case AlertChange.Closed closed ->
          alerts
              .save(closed.alert())
              .then(announcements.closed(tenant, closed.alert()))
              .then(endRuns(tenant, closed.alert(), now))
              .then(tell.closed(tenant, closed.alert()))
              .then(unmute(tenant, closed.alert()))
              .thenReturn(change);
      case AlertChange.Opened _,
          AlertChange.Worsened _,
          AlertChange.Repeated _,
          AlertChange.Acknowledged _,
          AlertChange.AlreadyClosed _ ->
          Mono.just(change);
    };
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
