package io.holdfast.notification.responding;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertFixture;
import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.play.Play;
import io.holdfast.notification.play.PlayFixture;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public interface PlayRunsContract extends Carried {

  PlayRuns runs();

  /** A run is of a play and for an alert that are there. */
  Alerts alerts();

  Plays plays();

  @Test
  default void aRunReadsBackAsItWasSaved() {
    PlayRun run = begun(Severity.WARNING);
    assertThat(done(runs().byId(run.id()))).isEqualTo(run);

    PlayRun waiting = run.waiting(PlayRun.Waiting.PAYMENT_ALERT);
    done(runs().save(waiting));
    assertThat(done(runs().byId(run.id()))).isEqualTo(waiting);

    PlayRun ended = run.stepDone().ended(PlayRun.Outcome.UNREACHABLE, MORNING.plusSeconds(5));
    done(runs().save(ended));
    assertThat(done(runs().byId(run.id()))).isEqualTo(ended);
  }

  @Test
  default void aRunThatEndedIsNotRunning() {
    PlayRun run = begun(Severity.WARNING);
    assertThat(done(runs().runningFor(run.alertId()).collectList())).containsExactly(run);

    done(runs().save(run.ended(PlayRun.Outcome.COMPLETED, MORNING)));

    assertThat(done(runs().runningFor(run.alertId()).collectList())).isEmpty();
  }

  @Test
  default void rememberingWhenItToldCountsWhatWasAtLeastAsSevere() {
    PlayRun run = begun(Severity.WARNING);
    note(run, MORNING, "told");
    note(run, MORNING.plusSeconds(30), "told");
    note(run, MORNING.plusSeconds(60), "waiting");

    assertThat(lastTold(run, Severity.NOTICE)).isEqualTo(MORNING.plusSeconds(30));
    assertThat(lastTold(run, Severity.WARNING)).isEqualTo(MORNING.plusSeconds(30));
    assertThat(lastTold(run, Severity.CRITICAL)).isNull();
  }

  @Test
  default void whatItToldOfTheSameAlertOrAnotherAccountDoesNotCount() {
    PlayRun run = begun(Severity.WARNING);
    note(run, MORNING, "told");

    assertThat(done(runs().lastTold(run.play(), "acme", Severity.NOTICE, run.alertId()))).isNull();
    assertThat(done(runs().lastTold(run.play(), "globex", Severity.NOTICE, UUID.randomUUID())))
        .isNull();
    assertThat(done(runs().lastTold("another", "acme", Severity.NOTICE, UUID.randomUUID())))
        .isNull();
  }

  private PlayRun begun(Severity severity) {
    Play play = PlayFixture.handshake();
    Alert alert = AlertFixture.openAlert(AlertFixture.usageWarning(severity));
    PlayRun run = PlayRun.enrol(UUID.randomUUID(), play, alert, MORNING);
    done(plays().live().then());
    done(alerts().save(alert));
    done(runs().save(run));
    return run;
  }

  private void note(PlayRun run, Instant at, String outcome) {
    done(runs().record(new RunEntry(run.id(), at, 0, outcome, "Mail to ana@larkfield.example")));
  }

  private Instant lastTold(PlayRun run, Severity atLeast) {
    return done(runs().lastTold(run.play(), run.accountId(), atLeast, UUID.randomUUID()));
  }
}
