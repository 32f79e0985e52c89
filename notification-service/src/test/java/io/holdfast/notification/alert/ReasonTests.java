package io.holdfast.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReasonTests {

  @Test
  void namesTheSpecificDrop() {
    Reason reason = AlertFixture.weeklyUsers(9, 40);

    assertThat(reason.headline()).isEqualTo("Weekly active users 9 against 40 (−78%)");
    assertThat(reason.changePercent()).contains(-78);
    assertThat(reason.droppedBy(new BigDecimal("0.4"))).isTrue();
  }

  @Test
  void letsTheSentenceCountWhereTheValueIsAShare() {
    String counted = "Reports used 84 times in 7 days, own baseline 120 (−30%)";
    Reason reason =
        new Reason("core_feature_use", new BigDecimal("0.7"), "ratio", BigDecimal.ONE, counted);

    assertThat(reason.headline()).isEqualTo(counted);
    assertThat(reason.changePercent()).contains(-30);
  }

  @Test
  void saysItsSentenceWhereNothingIsUsual() {
    Reason reason =
        new Reason("silence_days", BigDecimal.valueOf(75), "days", null, "No contact for 75 days");

    assertThat(reason.headline()).isEqualTo("No contact for 75 days");
    assertThat(reason.changePercent()).isEmpty();
    assertThat(reason.droppedBy(new BigDecimal("0.1"))).isFalse();
  }

  @Test
  void comparesWithNothingWhereTheBaselineIsZero() {
    assertThat(AlertFixture.weeklyUsers(9, 0).change()).isEmpty();
  }
}
