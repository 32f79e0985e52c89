package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.play.Play;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.PlayRun.Outcome;
import io.holdfast.notification.play.PlayRun.Waiting;
import io.holdfast.notification.play.RunEntry;
import io.holdfast.notification.play.StepDecision;
import io.holdfast.notification.telling.Digests;
import io.holdfast.notification.telling.TellPeople;
import io.holdfast.notification.telling.Told;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Takes a run through its steps until it ends or has to wait; each step leaves a line of audit. */
public final class AdvanceRun {

  /** Kind of the timers that wake runs. */
  public static final String TIMER = "play-step";

  private final Plays plays;
  private final Alerts alerts;
  private final PlayRuns runs;
  private final TellPeople tell;
  private final Digests digests;
  private final RunTimers timers;
  private final Announcements announcements;
  private final Clock clock;

  public AdvanceRun(
      Plays plays,
      Alerts alerts,
      PlayRuns runs,
      TellPeople tell,
      Digests digests,
      RunTimers timers,
      Announcements announcements,
      Clock clock) {
    this.plays = plays;
    this.alerts = alerts;
    this.runs = runs;
    this.tell = tell;
    this.digests = digests;
    this.timers = timers;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Goes on with a run whose time has come. */
  public Mono<Void> afterPause(TenantId tenant, UUID id) {
    return held(id)
        .filter(run -> run.waitingFor() == Waiting.TIME)
        .flatMap(run -> proceed(tenant, run.stepDone()));
  }

  /** Read when nobody else can change it; its account may have been merged into another. */
  private Mono<PlayRun> held(UUID id) {
    return runs.byId(id)
        .flatMap(
            read ->
                alerts
                    .hold(Set.of(read.accountId()))
                    .then(runs.byId(id))
                    .flatMap(
                        run ->
                            run.accountId().equals(read.accountId()) ? Mono.just(run) : held(id)));
  }

  /** Goes on with a run whose digest was sent. */
  Mono<Void> afterDigest(TenantId tenant, UUID id, Told told) {
    return runs.byId(id)
        .filter(run -> run.waitingFor() == Waiting.DIGEST)
        .flatMap(run -> heard(tenant, run, told, clock.instant()))
        .flatMap(run -> run.isRunning() ? proceed(tenant, run) : Mono.empty());
  }

  /** Takes the step that waited for a digest anew, because it is not to be told in it. */
  Mono<Void> insteadOfDigest(TenantId tenant, UUID id) {
    return runs.byId(id)
        .filter(run -> run.waitingFor() == Waiting.DIGEST)
        .flatMap(run -> proceed(tenant, run));
  }

  /** Tries the step again that a payment alert kept waiting. */
  Mono<Void> afterMute(TenantId tenant, PlayRun run) {
    return run.waitingFor() == Waiting.PAYMENT_ALERT ? proceed(tenant, run) : Mono.empty();
  }

  private Mono<Void> proceed(TenantId tenant, PlayRun run) {
    return Mono.zip(plays.version(run.play(), run.version()), alerts.byId(run.alertId()))
        .flatMap(both -> on(tenant, run, both.getT1(), both.getT2()));
  }

  Mono<Void> on(TenantId tenant, PlayRun run, Play play, Alert alert) {
    Instant now = clock.instant();
    return runs.lastTold(play.key(), run.accountId(), run.severity(), alert.id())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .map(told -> StepDecision.of(run, play, alert, told.orElse(null), now))
        .flatMap(decision -> carryOut(tenant, run, alert, decision, now))
        .flatMap(
            next ->
                next.isRunning() && next.waitingFor() == null
                    ? on(tenant, next, play, alert)
                    : Mono.empty());
  }

  private Mono<PlayRun> carryOut(
      TenantId tenant, PlayRun run, Alert alert, StepDecision decision, Instant now) {
    return switch (decision) {
      case StepDecision.Tell step ->
          tell.about(tenant, alert, eventOf(run, alert), step.to())
              .flatMap(told -> heard(tenant, run, told, now));
      case StepDecision.Collect step ->
          digests
              .add(tenant, alert, run.id(), step.to())
              .then(note(run, now, "collected", "Waits for the digest of this load"))
              .then(keep(run.waiting(Waiting.DIGEST)));
      case StepDecision.Mute _ ->
          note(run, now, "muted", "The open payment alert of this account speaks first")
              .then(keep(run.waiting(Waiting.PAYMENT_ALERT)));
      case StepDecision.Skip skip ->
          note(run, now, "cooldown", "The same was told at " + skip.toldAt())
              .then(keep(run.stepDone()));
      case StepDecision.Sleep sleep ->
          timers
              .wake(tenant, run.id(), sleep.until())
              .then(note(run, now, "waiting", "Goes on at " + sleep.until()))
              .then(keep(run.waiting(Waiting.TIME)));
      case StepDecision.Finish _ -> end(tenant, run, Outcome.COMPLETED, now);
      case StepDecision.Exit _ -> end(tenant, run, Outcome.EXITED, now);
    };
  }

  private Mono<PlayRun> heard(TenantId tenant, PlayRun run, Told told, Instant now) {
    return switch (told) {
      case Told.Sent sent -> note(run, now, "told", sent.words()).then(keep(run.stepDone()));
      case Told.Nobody nobody ->
          note(run, now, "no_recipient", nobody.words())
              .then(end(tenant, run, Outcome.UNREACHABLE, now));
    };
  }

  Mono<PlayRun> end(TenantId tenant, PlayRun run, Outcome outcome, Instant now) {
    PlayRun ended = run.ended(outcome, now);
    return keep(ended).flatMap(kept -> announcements.ended(tenant, kept).thenReturn(kept));
  }

  /** The run that began with the alert opens it for people; a later one tells that it got worse. */
  private static String eventOf(PlayRun run, Alert alert) {
    return run.startedAt().equals(alert.openedAt()) ? Notice.OPENED : Notice.WORSENED;
  }

  private Mono<PlayRun> keep(PlayRun run) {
    return runs.save(run).thenReturn(run);
  }

  private Mono<Void> note(PlayRun run, Instant now, String outcome, String detail) {
    return runs.record(new RunEntry(run.id(), now, run.next(), outcome, detail));
  }
}
