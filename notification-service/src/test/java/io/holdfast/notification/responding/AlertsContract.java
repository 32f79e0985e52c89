package io.holdfast.notification.responding;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertChange;
import io.holdfast.notification.alert.AlertFixture;
import io.holdfast.notification.alert.OpenAlerts;
import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.alert.Verdict;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public interface AlertsContract extends Carried {

  Alerts alerts();

  @Test
  default void anAlertReadsBackAsItWasSaved() {
    Alert usage = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.CRITICAL));
    Alert payment = AlertFixture.openAlert(AlertFixture.paymentWarning("in-77"));
    save(usage);
    save(payment);

    assertThat(done(alerts().byId(usage.id()))).isEqualTo(usage);
    assertThat(done(alerts().byId(payment.id()))).isEqualTo(payment);
    assertThat(done(alerts().byId(UUID.randomUUID()))).isNull();
  }

  @Test
  default void savingAgainKeepsTheNewest() {
    Alert open = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING));
    save(open);
    Alert closed = open.close(Verdict.TOO_LATE, MORNING.plusSeconds(60)).alert();
    save(closed);

    assertThat(done(alerts().byId(open.id()))).isEqualTo(closed);
  }

  @Test
  default void theOpenOnesOfAnAccountAreFoundUntilTheyAreClosed() {
    Alert open = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING));
    save(open);
    assertThat(done(alerts().openOf("acme")).alerts()).containsExactly(open);
    assertThat(done(alerts().openOf("globex")).alerts()).isEmpty();

    save(open.close(null, MORNING).alert());

    assertThat(done(alerts().openOf("acme")).alerts()).isEmpty();
  }

  @Test
  default void theOpenOnesThatAnAlertSpeaksForAreFound() {
    Alert usage = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING));
    AlertChange.Opened payment =
        (AlertChange.Opened)
            new OpenAlerts(List.of(usage))
                .hear(AlertFixture.paymentWarning("in-77"), UUID.randomUUID(), MORNING);
    save(payment.alert());
    payment.muted().forEach(this::save);

    assertThat(muted(payment.alert())).containsExactlyElementsOf(payment.muted());

    save(payment.muted().getFirst().close(null, MORNING).alert());
    assertThat(muted(payment.alert())).isEmpty();
  }

  private void save(Alert alert) {
    done(alerts().save(alert));
  }

  private List<Alert> muted(Alert speaking) {
    return done(alerts().mutedBy(speaking.id()).collectList());
  }
}
