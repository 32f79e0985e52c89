package io.holdfast.notification.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * When alerts that history brought up are told: once nothing more came for a while, so that a load
 * reaches everybody as one message.
 *
 * @param quiet how long nothing must have come
 * @param longest how long the first may wait at most
 */
public record DigestPolicy(Duration quiet, Duration longest) {

  public DigestPolicy {
    if (quiet.isNegative() || quiet.isZero() || longest.compareTo(quiet) < 0) {
      throw new IllegalArgumentException(
          "A digest waits for some quiet, and no longer than its limit");
    }
  }

  /** When to send, after one more alert came now and the first of them came then. */
  public Instant due(Instant first, Instant now) {
    Instant calm = now.plus(quiet);
    Instant limit = first.plus(longest);
    Instant due = calm.isBefore(limit) ? calm : limit;
    return due.isBefore(now) ? now : due;
  }
}
