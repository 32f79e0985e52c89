package io.holdfast.gateway.limits;

import io.holdfast.gateway.problems.Problem;
import java.time.Duration;

/** How a caller is told to slow down. */
final class TooMany {
  private TooMany() {}

  static Problem of(Quota quota) {
    return Problem.tooMany(
        "More than %d requests in %d s for the %s. The headers RateLimit-Policy and RateLimit tell how many are left."
            .formatted(
                quota.rate().requests(), quota.rate().window().toSeconds(), word(quota.name())),
        Duration.ofSeconds(Math.max(1, quota.retryAfter().plusMillis(999).toSeconds())));
  }

  private static String word(String policy) {
    return policy.equals("address") ? "network address, without valid credentials" : policy;
  }
}
