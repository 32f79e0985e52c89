package io.holdfast.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTests {

  private final Backoff backoff = new Backoff();

  @Test
  void waitsLongerAfterEachQuickFailureUpToABound() {
    Duration last = Duration.ZERO;
    for (int i = 0; i < 10; i++) {
      Duration pause = backoff.after(Duration.ofSeconds(1));
      assertThat(pause).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofSeconds(10));
      last = pause;
    }
    assertThat(last).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void beginsAgainAfterAGoodRun() {
    Duration first = backoff.after(Duration.ofSeconds(1));
    backoff.after(Duration.ofSeconds(1));

    assertThat(backoff.after(Duration.ofHours(1))).isEqualTo(first);
  }
}
