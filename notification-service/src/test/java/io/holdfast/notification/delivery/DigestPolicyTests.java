package io.holdfast.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DigestPolicyTests {

  private static final Instant FIRST = Instant.parse("2026-03-09T08:00:00Z");
  private final DigestPolicy policy =
      new DigestPolicy(Duration.ofSeconds(5), Duration.ofSeconds(120));

  @Test
  void waitsForQuietAfterEachAlert() {
    assertThat(policy.due(FIRST, FIRST)).isEqualTo(FIRST.plusSeconds(5));
    assertThat(policy.due(FIRST, FIRST.plusSeconds(30))).isEqualTo(FIRST.plusSeconds(35));
  }

  @Test
  void neverWaitsLongerThanItsLimitAndNeverInThePast() {
    qt().forAll(integers().between(0, 100_000))
        .check(
            seconds -> {
              Instant now = FIRST.plusSeconds(seconds);
              Instant due = policy.due(FIRST, now);
              return !due.isBefore(now)
                  && (!due.isAfter(FIRST.plus(policy.longest())) || due.equals(now));
            });
  }
}
