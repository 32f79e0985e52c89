package io.holdfast.ingestion.imports;

import java.util.Map;

/**
 * One record of a file.
 *
 * @param line physical line it begins on, from 1
 */
sealed interface Row {
  int line();

  /**
   * @param cells by header or member name as it stands in the file; blank ones are left out
   */
  record Cells(int line, Map<String, String> cells) implements Row {}

  /** A record that cannot be taken apart. */
  record Broken(int line, String code, String message) implements Row {}
}
