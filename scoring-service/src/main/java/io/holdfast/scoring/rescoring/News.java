package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Cause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something was heard of an account.
 *
 * @param happenedAt business time of the newest thing in it
 * @param load the load of history it came with
 */
public record News(String account, Instant happenedAt, @Nullable String load) {

  private static final Duration LATE = Duration.ofHours(24);

  Cause cause(Instant now) {
    if (load != null) {
      return Cause.LOAD;
    }
    return happenedAt.isBefore(now.minus(LATE)) ? Cause.LATE : Cause.LIVE;
  }
}
