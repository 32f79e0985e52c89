package io.holdfast.notification.alert;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenAlertsTests {

  private final UUID fresh = UUID.randomUUID();

  @Test
  void aFirstWarningOpensAnAlert() {
    AlertChange change =
        new OpenAlerts(List.of()).hear(AlertFixture.usageWarning(Severity.WARNING), fresh, MORNING);

    assertThat(change).isInstanceOf(AlertChange.Opened.class);
    assertThat(change.alert().id()).isEqualTo(fresh);
    assertThat(change.alert().mutedBy()).isNull();
  }

  @Test
  void theSameWarningAgainOpensNothing() {
    Alert open = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING));

    AlertChange change =
        new OpenAlerts(List.of(open))
            .hear(AlertFixture.usageWarning(Severity.NOTICE), fresh, MORNING);

    assertThat(change).isInstanceOf(AlertChange.Repeated.class);
    assertThat(change.alert().id()).isEqualTo(open.id());
    assertThat(change.alert().warning().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aWorseWarningAsksForAttentionAnew() {
    Alert seen =
        AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING)).acknowledge().alert();

    AlertChange change =
        new OpenAlerts(List.of(seen))
            .hear(AlertFixture.usageWarning(Severity.CRITICAL), fresh, MORNING);

    assertThat(change).isInstanceOf(AlertChange.Worsened.class);
    assertThat(change.alert().state()).isEqualTo(AlertState.OPEN);
  }

  @Test
  void aPaymentAlertMutesTheUsageAlertOfTheSameAccount() {
    Alert payment = AlertFixture.openAlert(AlertFixture.paymentWarning("in-77"));

    AlertChange change =
        new OpenAlerts(List.of(payment))
            .hear(AlertFixture.usageWarning(Severity.CRITICAL), fresh, MORNING);

    assertThat(change.alert().mutedBy()).isEqualTo(payment.id());
  }

  @Test
  void aPaymentAlertMutesTheUsageAlertThatWasThereBefore() {
    Alert usage = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING));

    AlertChange change =
        new OpenAlerts(List.of(usage)).hear(AlertFixture.paymentWarning("in-77"), fresh, MORNING);

    assertThat(((AlertChange.Opened) change).muted())
        .singleElement()
        .satisfies(
            muted -> {
              assertThat(muted.id()).isEqualTo(usage.id());
              assertThat(muted.mutedBy()).isEqualTo(fresh);
            });
  }

  @Test
  void oneMoreFailedChargeAsksForAttentionAndTheFirstIsKept() {
    Alert open = AlertFixture.openAlert(AlertFixture.paymentWarning("in-77")).acknowledge().alert();

    AlertChange change =
        new OpenAlerts(List.of(open)).hear(AlertFixture.paymentWarning("in-78"), fresh, MORNING);

    assertThat(change).isInstanceOf(AlertChange.Worsened.class);
    assertThat(change.alert().state()).isEqualTo(AlertState.OPEN);
    assertThat(change.alert().warning().things()).containsExactly("in-78", "in-77");
  }

  @Test
  void theSameChargeFailingAgainIsNoNews() {
    Alert open = AlertFixture.openAlert(AlertFixture.paymentWarning("in-77"));

    AlertChange change =
        new OpenAlerts(List.of(open)).hear(AlertFixture.paymentWarning("in-77"), fresh, MORNING);

    assertThat(change).isInstanceOf(AlertChange.Repeated.class);
    assertThat(change.alert().warning().reasons()).hasSize(1);
  }

  @Test
  void oneRecoveredPaymentDoesNotCloseTheAlertAboutAnother() {
    Alert both =
        new OpenAlerts(List.of(AlertFixture.openAlert(AlertFixture.paymentWarning("in-77"))))
            .hear(AlertFixture.paymentWarning("in-78"), fresh, MORNING)
            .alert();

    Alert one = both.recover("in-78", MORNING).alert();

    assertThat(one.isOpen()).isTrue();
    assertThat(one.warning().things()).containsExactly("in-77");
    assertThat(one.warning().title()).contains("in-77").doesNotContain("in-78");
    assertThat(one.recover("in-99", MORNING)).isInstanceOf(AlertChange.Repeated.class);
    assertThat(one.recover("in-77", MORNING)).isInstanceOf(AlertChange.Closed.class);
  }

  @Test
  void aClosedAlertStaysAsItWasClosed() {
    Alert closed =
        AlertFixture.openAlert(AlertFixture.paymentWarning("in-77"))
            .close(Verdict.TRUE, MORNING)
            .alert();

    assertThat(closed.close(Verdict.FALSE, MORNING)).isInstanceOf(AlertChange.AlreadyClosed.class);
    assertThat(closed.acknowledge()).isInstanceOf(AlertChange.AlreadyClosed.class);
  }

  @Test
  void howeverManyWarningsComeOneAlertOfAKindIsOpenAndItsSeverityIsTheWorst() {
    qt().forAll(lists().of(arbitrary().enumValues(Severity.class)).ofSizeBetween(1, 12))
        .check(
            severities -> {
              List<Alert> open = new ArrayList<>();
              int opened = 0;
              for (Severity severity : severities) {
                AlertChange change =
                    new OpenAlerts(open)
                        .hear(AlertFixture.usageWarning(severity), UUID.randomUUID(), MORNING);
                opened += change instanceof AlertChange.Opened ? 1 : 0;
                open = new ArrayList<>(List.of(change.alert()));
              }
              Severity worst = severities.stream().max(Severity::compareTo).orElseThrow();
              return opened == 1 && open.getFirst().warning().severity() == worst;
            });
  }
}
