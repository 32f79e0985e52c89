package io.holdfast.notification.play;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertFixture;
import io.holdfast.notification.alert.AlertState;
import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.alert.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepDecisionTests {

  private final Play play = PlayFixture.handshake();
  private final Alert alert = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING));
  private final PlayRun run = PlayRun.enrol(UUID.randomUUID(), play, alert, MORNING);

  @Test
  void tellsAtOnceWhatTheHourBroughtUp() {
    assertThat(StepDecision.of(run, play, alert, null, MORNING))
        .isInstanceOf(StepDecision.Tell.class);
  }

  @Test
  void collectsWhatHistoryBroughtUp() {
    assertThat(StepDecision.of(run, play, fromHistory(alert), null, MORNING))
        .isInstanceOf(StepDecision.Collect.class);
  }

  @Test
  void waitsWhileAPaymentAlertSpeaks() {
    Alert muted =
        new Alert(
            alert.id(), alert.warning(), AlertState.OPEN, MORNING, UUID.randomUUID(), null, null);

    assertThat(StepDecision.of(run, play, muted, null, MORNING))
        .isInstanceOf(StepDecision.Mute.class);
  }

  @Test
  void doesNotRepeatItselfWithinTheCooldown() {
    Instant yesterday = MORNING.minus(Duration.ofHours(23));

    assertThat(StepDecision.of(run, play, alert, yesterday, MORNING))
        .isEqualTo(new StepDecision.Skip(yesterday));
    assertThat(StepDecision.of(run, play, alert, MORNING.minus(play.cooldown()), MORNING))
        .isInstanceOf(StepDecision.Tell.class);
  }

  @Test
  void whatAClockSetBackSinceSaysWasToldLaterKeepsNobodyFromBeingTold() {
    assertThat(StepDecision.of(run, play, alert, MORNING.plus(Duration.ofDays(7)), MORNING))
        .isInstanceOf(StepDecision.Tell.class);
  }

  @Test
  void finishesAfterTheLastStep() {
    assertThat(StepDecision.of(run.stepDone(), play, alert, null, MORNING))
        .isInstanceOf(StepDecision.Finish.class);
  }

  @Test
  void leavesAClosedAlertAlone() {
    Alert closed = alert.close(null, MORNING).alert();

    assertThat(StepDecision.of(run, play, closed, null, MORNING))
        .isInstanceOf(StepDecision.Exit.class);
  }

  private static Alert fromHistory(Alert alert) {
    Warning w = alert.warning();
    Warning loaded =
        new Warning(
            w.accountId(),
            w.kind(),
            w.play(),
            w.severity(),
            w.title(),
            w.reasons(),
            w.band(),
            w.previousBand(),
            w.score(),
            w.since(),
            true);
    return AlertFixture.openAlert(loaded);
  }
}
