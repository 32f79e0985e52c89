package io.holdfast.notification.play;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A play running for one account. It stays on the version it began with.
 *
 * @param severity of the alert when it was enrolled: the same alert enrols again only when it got
 *     worse
 * @param next index of the step to do next
 * @param waitingFor why it does not go on, while it waits
 * @param outcome how it ended, once it has
 */
public record PlayRun(
    UUID id,
    String play,
    int version,
    String accountId,
    UUID alertId,
    Severity severity,
    Instant startedAt,
    int next,
    @Nullable Waiting waitingFor,
    @Nullable Outcome outcome,
    @Nullable Instant endedAt) {

  public PlayRun {
    if (next < 0
        || (outcome == null) != (endedAt == null)
        || (outcome != null && waitingFor != null)) {
      throw new IllegalArgumentException(
          "A run that ended has an outcome and a time, and waits for nothing");
    }
  }

  /** Why a run pauses. */
  public enum Waiting {
    /** A payment alert of the same account speaks first. */
    PAYMENT_ALERT,
    TIME,
    /** The next digest tells it. */
    DIGEST
  }

  /** How a run ended. */
  public enum Outcome {
    COMPLETED,
    /** What set it off went away, or a person closed the alert. */
    EXITED,
    /** Nobody could be told. */
    UNREACHABLE
  }

  public static PlayRun enrol(UUID id, Play play, Alert alert, Instant now) {
    return new PlayRun(
        id,
        play.key(),
        play.version(),
        alert.accountId(),
        alert.id(),
        alert.warning().severity(),
        now,
        0,
        null,
        null,
        null);
  }

  public boolean isRunning() {
    return outcome == null;
  }

  /** It is held back before telling anybody. */
  public boolean hasYetToTell() {
    return waitingFor == Waiting.DIGEST || waitingFor == Waiting.PAYMENT_ALERT;
  }

  public PlayRun waiting(Waiting reason) {
    return at(next, reason);
  }

  /** The step is done; on to the following one. */
  public PlayRun stepDone() {
    return at(next + 1, null);
  }

  public PlayRun ended(Outcome how, Instant now) {
    return new PlayRun(
        id, play, version, accountId, alertId, severity, startedAt, next, null, how, now);
  }

  private PlayRun at(int step, @Nullable Waiting reason) {
    return new PlayRun(
        id, play, version, accountId, alertId, severity, startedAt, step, reason, null, null);
  }
}
