package io.holdfast.ingestion.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which times are believed of what is said to have happened. */
public final class BelievableTime {
  /** Times before are those of clocks that were never set. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** How far ahead a clock may be. */
  public static final Duration AHEAD = Duration.ofMinutes(5);

  private BelievableTime() {}

  /** Why a time is not believed. */
  public static Optional<Reason> fault(Instant time, Instant now) {
    if (time.isBefore(EARLIEST)) {
      return Optional.of(Reason.IMPLAUSIBLE_TIME);
    }
    return time.isAfter(now.plus(AHEAD)) ? Optional.of(Reason.FUTURE_TIMESTAMP) : Optional.empty();
  }
}
