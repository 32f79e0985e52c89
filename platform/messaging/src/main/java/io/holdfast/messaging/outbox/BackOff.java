package io.holdfast.messaging.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses after failures in a row: each about twice the one before, up to a limit. Chance moves each
 * by up to a half, so that instances that failed together do not come back together.
 */
final class BackOff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator chance;
  private int failures;

  BackOff(Duration first, Duration longest, RandomGenerator chance) {
    this.first = first;
    this.longest = longest;
    this.chance = chance;
  }

  Duration afterFailure() {
    long millis = first.toMillis() << Math.min(failures++, 20);
    long capped = Math.min(millis, longest.toMillis());
    return Duration.ofMillis(Math.round(capped * (0.5 + chance.nextDouble() / 2)));
  }

  void succeeded() {
    failures = 0;
  }
}
