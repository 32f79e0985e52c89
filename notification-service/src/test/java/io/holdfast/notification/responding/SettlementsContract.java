package io.holdfast.notification.responding;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import java.time.Instant;
import org.junit.jupiter.api.Test;

public interface SettlementsContract extends Carried {

  Settlements settlements();

  @Test
  default void nothingIsSettledAtFirst() {
    assertThat(until("in-77")).isNull();
  }

  @Test
  default void whatIsSettledStaysSettledUntilTheLatestTime() {
    settle("in-77", MORNING);
    settle("in-77", MORNING.plusSeconds(60));
    settle("in-77", MORNING.plusSeconds(30));

    assertThat(until("in-77")).isEqualTo(MORNING.plusSeconds(60));
  }

  @Test
  default void oneThingDoesNotSettleAnother() {
    settle("in-77", MORNING);

    assertThat(until("in-78")).isNull();
    assertThat(done(settlements().until("globex", "payment-recovery", "in-77"))).isNull();
    assertThat(done(settlements().until("acme", "another-play", "in-77"))).isNull();
  }

  private void settle(String thing, Instant at) {
    done(settlements().settle("acme", "payment-recovery", thing, at));
  }

  private Instant until(String thing) {
    return done(settlements().until("acme", "payment-recovery", thing));
  }
}
