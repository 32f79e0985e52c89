package io.holdfast.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait before each try of a message. Standard Webhooks recommends this one: ten tries
 * over about three days.
 *
 * @param waits the first is the wait before the first try
 */
public record RetrySchedule(List<Duration> waits) {

  public static final RetrySchedule STANDARD =
      new RetrySchedule(
          List.of(
              Duration.ZERO,
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)));

  public RetrySchedule {
    waits = List.copyOf(waits);
    if (waits.isEmpty() || waits.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("A schedule has a first try and no wait below zero");
    }
  }

  /** Wait before the next try after this many; empty when all are used up. */
  public Optional<Duration> after(int tries) {
    return tries < waits.size() ? Optional.of(waits.get(tries)) : Optional.empty();
  }
}
