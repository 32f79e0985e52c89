package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.health.Standing;
import org.junit.jupiter.api.Test;

/** An account that churned is frozen, however long ago that was. */
class JudgeDepartedTests {

  @Test
  void anAccountThatLeftLongAgoKeepsTheScoreItLeftWith() {
    Standing lately = leftDaysAgo(20);
    Standing longAgo = leftDaysAgo(400);

    assertThat(longAgo.score()).isNotNull().isEqualTo(lately.score());
    assertThat(longAgo.state().band()).isEqualTo(lately.state().band());
  }

  private static Standing leftDaysAgo(int days) {
    InMemoryScoring scoring = new InMemoryScoring();
    scoring.usedUntil("acme", days + 1, 9);
    scoring.churned("acme", days);
    scoring.fireDaily("acme");
    return scoring.standing("acme");
  }
}
