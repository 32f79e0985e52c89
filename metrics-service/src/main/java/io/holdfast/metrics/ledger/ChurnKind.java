package io.holdfast.metrics.ledger;

/** Whether the customer decided to leave, or a payment or paperwork failed. */
public enum ChurnKind {
  VOLUNTARY,
  INVOLUNTARY,
  UNCLASSIFIED
}
