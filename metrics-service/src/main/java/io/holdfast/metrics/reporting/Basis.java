package io.holdfast.metrics.reporting;

/** Where what was learnt about a closed month stands. */
public enum Basis {
  /** In the first open month, as a restatement; the closed month stays as it was. */
  REPORTED,
  /** In the month it concerns. */
  RESTATED
}
