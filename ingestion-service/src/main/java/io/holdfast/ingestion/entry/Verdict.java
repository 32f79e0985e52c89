package io.holdfast.ingestion.entry;

/** What became of an entry. */
public enum Verdict {
  /** Stored, and published before long. */
  ACCEPTED,
  /** Already there with the same content: no effect. */
  DUPLICATE,
  /** In quarantine. */
  WAITING
}
