package io.holdfast.gateway.limits;

import java.time.Duration;

/**
 * What is left of a rate after a request.
 *
 * @param name of the policy
 * @param taken whether this request was within it
 * @param retryAfter until the next one is
 */
record Quota(String name, Rate rate, boolean taken, long left, Duration retryAfter) {
  String policy() {
    return "\"" + name + "\";q=" + rate.requests() + ";w=" + rate.window().toSeconds();
  }

  String state() {
    return "\"" + name + "\";r=" + left + ";t=" + secondsUntilFull();
  }

  private long secondsUntilFull() {
    long missing = rate.requests() - left;
    return Math.ceilDiv(missing * rate.window().toSeconds(), rate.requests());
  }
}
