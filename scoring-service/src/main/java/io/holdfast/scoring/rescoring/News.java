package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Cause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something was heard of an account.
 *
 * @param happenedAt business time of the newest thing in it
 * @param receivedAt when Holdfast received it; what waited in the pipe since then is history only
 *     after days
 * @param load the load of history it came with
 */
public record News(String account, Instant happenedAt, Instant receivedAt, @Nullable String load) {

  private static final Duration LATE = Duration.ofHours(24);

  /** After a long outage, or when a picture is built anew, old news catches up: that is history. */
  private static final Duration STALE = Duration.ofDays(3);

  Cause cause(Instant now) {
    if (load != null) {
      return Cause.LOAD;
    }
    boolean late =
        happenedAt.isBefore(receivedAt.minus(LATE)) || receivedAt.isBefore(now.minus(STALE));
    return late ? Cause.LATE : Cause.LIVE;
  }
}
