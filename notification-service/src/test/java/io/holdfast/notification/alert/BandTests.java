package io.holdfast.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BandTests {

  @Test
  void aFirstJudgementAtRiskCountsAsWorse() {
    assertThat(Band.AT_RISK.isWorseThan(null)).isTrue();
    assertThat(Band.CRITICAL.isWorseThan(Band.UNKNOWN)).isTrue();
  }

  @Test
  void aFirstJudgementAtWatchDoesNot() {
    assertThat(Band.WATCH.isWorseThan(null)).isFalse();
    assertThat(Band.WATCH.isWorseThan(Band.UNKNOWN)).isFalse();
  }

  @Test
  void recoveryIsNotWorse() {
    assertThat(Band.WATCH.isWorseThan(Band.CRITICAL)).isFalse();
    assertThat(Band.AT_RISK.isWorseThan(Band.CRITICAL)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Band.class)
  void unknownIsNeverWorse(Band before) {
    assertThat(Band.UNKNOWN.isWorseThan(before)).isFalse();
  }
}
