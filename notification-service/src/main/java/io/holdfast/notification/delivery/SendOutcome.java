package io.holdfast.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one try to send. */
public sealed interface SendOutcome {

  /** What the other side said, or what went wrong, for the delivery log. */
  String detail();

  /** The receiver took it. */
  record Accepted(String detail) implements SendOutcome {}

  /**
   * It may work later.
   *
   * @param retryAfter the shortest wait the receiver asked for
   */
  record Failed(String detail, @Nullable Duration retryAfter) implements SendOutcome {}

  /** The receiver wants nothing more, ever: its channel is switched off. */
  record Gone(String detail) implements SendOutcome {}

  /** It can never work as it stands. */
  record Impossible(String detail) implements SendOutcome {}
}
