package io.holdfast.messaging;

import java.time.Duration;

/** How long a worker that found nothing waits until it looks again: longer after a while. */
public final class Pace {
  private static final int A_WHILE = 100;
  private static final Duration LONG = Duration.ofMillis(250);

  private final Duration shortly;
  private int inVain;

  public Pace(Duration shortly) {
    this.shortly = shortly;
  }

  public void foundSomething() {
    inVain = 0;
  }

  public Duration foundNothing() {
    inVain = Math.min(inVain + 1, A_WHILE);
    return inVain < A_WHILE ? shortly : LONG;
  }
}
