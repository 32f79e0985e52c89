package io.holdfast.notification.telling;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertFixture;
import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.play.Step.Role;
import io.holdfast.notification.responding.Alerts;
import io.holdfast.notification.telling.Digests.Waiting;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public interface DigestsContract extends Carried {

  Digests digests();

  Alerts alerts();

  TenantId tenantId();

  @Test
  default void whatWaitsIsTakenOutOnce() {
    Alert alert = open();
    UUID run = UUID.randomUUID();
    add(alert, run);
    add(alert, UUID.randomUUID());

    assertThat(take())
        .containsExactly(new Waiting(alert, run, List.of(Role.BILLING_OWNER, Role.OWNER)));
    assertThat(take()).isEmpty();
  }

  @Test
  default void anAlertIsTakenOutAsItStandsByThenAndNotAtAllWhenItIsClosed() {
    Alert seen = open();
    Alert closed = AlertFixture.openAlert(AlertFixture.paymentWarning("in-77"));
    done(alerts().save(closed));
    add(seen, UUID.randomUUID());
    add(closed, UUID.randomUUID());
    Alert acknowledged = seen.acknowledge().alert();
    done(alerts().save(acknowledged));
    done(alerts().save(closed.close(null, MORNING).alert()));

    assertThat(take()).extracting(Waiting::alert).containsExactly(acknowledged);
  }

  private Alert open() {
    Alert alert = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING));
    done(alerts().save(alert));
    return alert;
  }

  private void add(Alert alert, UUID run) {
    done(digests().add(tenantId(), alert, run, List.of(Role.BILLING_OWNER, Role.OWNER)));
  }

  private List<Waiting> take() {
    return done(digests().take().collectList());
  }
}
