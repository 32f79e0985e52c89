package io.holdfast.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTests {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final BackOff backOff = new BackOff(FIRST, LONGEST, new SplittableRandom(7));

  @Test
  void pausesDoubleUpToTheLimitAndNoFurther() {
    for (int failure = 0; failure < 100; failure++) {
      long expected = Math.min(100L << Math.min(failure, 20), LONGEST.toMillis());
      assertThat(backOff.afterFailure().toMillis()).isBetween(expected / 2, expected);
    }
  }

  @Test
  void pausesOfManyInstancesDiffer() {
    List<Duration> firsts =
        IntStream.range(0, 20)
            .mapToObj(
                seed -> new BackOff(FIRST, LONGEST, new SplittableRandom(seed)).afterFailure())
            .distinct()
            .toList();

    assertThat(firsts).hasSizeGreaterThan(5);
  }

  @Test
  void aSuccessBeginsAnew() {
    IntStream.range(0, 10).forEach(_ -> backOff.afterFailure());

    backOff.succeeded();

    assertThat(backOff.afterFailure()).isLessThanOrEqualTo(FIRST);
  }
}
