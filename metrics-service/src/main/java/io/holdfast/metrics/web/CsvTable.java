package io.holdfast.metrics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be had as CSV too: the same figures, one line a row. */
interface CsvTable {

  String TYPE = "text/csv";

  /** For the file. */
  String name();

  List<String> columns();

  List<List<Cell>> lines();

  /** How many accounts are in no line, because no rate values their contracts. */
  default int excludedAccounts() {
    return 0;
  }

  /** The cursor of the following page; null when there is none. */
  default @Nullable String next() {
    return null;
  }
}
