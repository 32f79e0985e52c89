package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Cause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something was heard of an account.
 *
 * @param happenedAt business time of the newest thing in it
 * @param receivedAt when Holdfast received it; what waited in the pipe since then is no history
 * @param load the load of history it came with
 */
public record News(String account, Instant happenedAt, Instant receivedAt, @Nullable String load) {

  private static final Duration LATE = Duration.ofHours(24);

  Cause cause() {
    if (load != null) {
      return Cause.LOAD;
    }
    return happenedAt.isBefore(receivedAt.minus(LATE)) ? Cause.LATE : Cause.LIVE;
  }
}
