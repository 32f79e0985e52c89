package io.holdfast.notification.play;

import java.time.Duration;
import java.util.List;

/** One thing a play does. */
public sealed interface Step {

  /**
   * Tell people about the alert, by e-mail and on every channel of the tenant.
   *
   * @param to roles in order of preference: the first that leads to anybody is told
   */
  record Notify(List<Role> to) implements Step {
    public Notify {
      to = List.copyOf(to);
      if (to.isEmpty()) {
        throw new IllegalArgumentException("A notify step says whom to tell");
      }
    }
  }

  /** Let time pass before the next step. */
  record Pause(Duration length) implements Step {
    public Pause {
      if (length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException("A pause takes time");
      }
    }
  }

  /** Who is told. */
  enum Role {
    OWNER,
    BILLING_OWNER
  }
}
