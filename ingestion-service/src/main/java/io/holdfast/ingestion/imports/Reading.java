package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Entry;
import java.util.List;

/** A line read. */
sealed interface Reading {
  record Good(Entry entry) implements Reading {}

  record Faulty(List<LineFault> faults) implements Reading {}
}
