package io.holdfast.gateway.limits;

import java.time.Duration;

/**
 * So many requests in such a time, of which all may come at once.
 *
 * @param requests none is no limit
 */
record Rate(long requests, Duration window) {
  Rate {
    if (requests < 0 || window.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "holdfast.rates: requests are 0 (no limit) or more, the window is a second or longer: "
              + requests
              + " in "
              + window);
    }
  }

  boolean limits() {
    return requests > 0;
  }
}
