package io.holdfast.local.process;

import java.time.Duration;

/** Waits longer after each quick failure; a run that lasted a minute starts from the beginning. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration GOOD_RUN = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /** How long to wait after a run that lasted so long. */
  Duration after(Duration run) {
    if (run.compareTo(GOOD_RUN) >= 0) {
      next = FIRST;
    }
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }
}
