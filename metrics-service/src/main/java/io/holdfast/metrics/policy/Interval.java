package io.holdfast.metrics.policy;

/** How often a price is charged. */
public enum Interval {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  HALF_YEAR,
  YEAR
}
