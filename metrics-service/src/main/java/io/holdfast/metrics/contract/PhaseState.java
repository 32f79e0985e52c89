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
  CHURNED
}
