package io.holdfast.metrics.contract;

/** How a phase of a contract stands on a day. */
public enum PhaseState {
  SCHEDULED,
  TRIAL,
  LIVE,
  CANCEL_SCHEDULED,
  /** Its renewal date has passed and nobody has decided. */
  LAPSED,
  /** Its account has not paid for too long. */
  PAST_DUE,
  /** Another phase of the subscription came after it. */
  REPLACED,
  CHURNED;

  /** Whether it is paid for, or ought to be. */
  public boolean isUnderContract() {
    return switch (this) {
      case LIVE, CANCEL_SCHEDULED, LAPSED, PAST_DUE -> true;
      case SCHEDULED, TRIAL, REPLACED, CHURNED -> false;
    };
  }
}
