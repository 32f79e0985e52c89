package io.holdfast.notification.play;

import io.holdfast.notification.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run does next. */
public sealed interface StepDecision {

  /** Tell these roles now. */
  record Tell(List<Step.Role> to) implements StepDecision {}

  /** History brought it up: tell it in the next digest. */
  record Collect(List<Step.Role> to) implements StepDecision {}

  /** A payment alert of the same account speaks first; wait until it is closed. */
  record Mute() implements StepDecision {}

  /** The same was told a short while ago. */
  record Skip(Instant toldAt) implements StepDecision {}

  /** Go on then. */
  record Sleep(Instant until) implements StepDecision {}

  /** Every step is done. */
  record Finish() implements StepDecision {}

  /** The alert is closed: there is nothing more to do. */
  record Exit() implements StepDecision {}

  /**
   * Decides the next step.
   *
   * @param lastTold when this play last told of this account at least as severe an alert
   */
  static StepDecision of(
      PlayRun run, Play play, Alert alert, @Nullable Instant lastTold, Instant now) {
    if (!alert.isOpen()) {
      return new Exit();
    }
    if (run.next() >= play.steps().size()) {
      return new Finish();
    }
    return switch (play.steps().get(run.next())) {
      case Step.Pause pause -> new Sleep(now.plus(pause.length()));
      case Step.Notify notify -> notification(notify, play, alert, lastTold, now);
    };
  }

  private static StepDecision notification(
      Step.Notify step, Play play, Alert alert, @Nullable Instant lastTold, Instant now) {
    if (alert.mutedBy() != null) {
      return new Mute();
    }
    if (lastTold != null && isRecent(lastTold, play.cooldown(), now)) {
      return new Skip(lastTold);
    }
    return alert.warning().learntFromHistory() ? new Collect(step.to()) : new Tell(step.to());
  }

  /** A time still to come is none: the business clock was set back. */
  private static boolean isRecent(Instant told, Duration cooldown, Instant now) {
    return !told.isAfter(now) && told.plus(cooldown).isAfter(now);
  }
}
