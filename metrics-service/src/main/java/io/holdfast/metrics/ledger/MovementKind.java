package io.holdfast.metrics.ledger;

/** The class of a movement, decided for the account and not for one of its subscriptions. */
public enum MovementKind {
  NEW,
  REACTIVATION,
  EXPANSION,
  CONTRACTION,
  CHURN,
  FX,
  RESTATEMENT
}
