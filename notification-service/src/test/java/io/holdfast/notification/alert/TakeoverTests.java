package io.holdfast.notification.alert;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TakeoverTests {

  private final Alert usage = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.CRITICAL));
  private final Alert payment = AlertFixture.openAlert(AlertFixture.paymentWarning("in-1"));
  private final Alert otherUsage =
      AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING));
  private final Alert otherPayment = AlertFixture.openAlert(AlertFixture.paymentWarning("in-2"));

  @Test
  void aWarningAboutTheHealthOfTheFirstCloses() {
    Takeover decided = takeover(List.of(usage), List.of(otherUsage));

    assertThat(decided.closed()).singleElement().matches(alert -> !alert.isOpen());
    assertThat(decided.changed()).isEmpty();
  }

  @Test
  void aPaymentAlertOfTheFirstSpeaksForTheSecond() {
    Takeover decided = takeover(List.of(payment), List.of(otherUsage));

    assertThat(decided.closed()).isEmpty();
    assertThat(decided.changed()).containsExactly(otherUsage.mutedBy(payment));
  }

  @Test
  void onePaymentAlertWarnsOfAllThatIsNotPaid() {
    Alert seen = otherPayment.acknowledge().alert();

    Takeover decided = takeover(List.of(usage, payment), List.of(seen));

    assertThat(decided.closed())
        .extracting(Alert::id)
        .containsExactlyInAnyOrder(usage.id(), payment.id());
    Alert joined = decided.changed().getFirst();
    assertThat(joined.id()).isEqualTo(seen.id());
    assertThat(joined.state()).isEqualTo(AlertState.ACKNOWLEDGED);
    assertThat(joined.warning().title()).isEqualTo(seen.warning().title());
    assertThat(joined.warning().things()).containsExactly("in-2", "in-1");
    assertThat(joined.recover("in-2", MORNING)).isInstanceOf(AlertChange.Eased.class);
  }

  @Test
  void nothingOpenChangesNothing() {
    assertThat(takeover(List.of(), List.of(otherUsage, otherPayment)))
        .isEqualTo(new Takeover(List.of(), List.of()));
  }

  private static Takeover takeover(List<Alert> first, List<Alert> second) {
    return Takeover.of(new OpenAlerts(first), new OpenAlerts(second), MORNING);
  }
}
