package io.holdfast.ingestion.requests;

/** A value as a cell of CSV. */
public final class CsvCell {
  private CsvCell() {}

  /**
   * Quoted where needed. A spreadsheet would take what begins like a formula for one, so that is
   * given a quote in front.
   */
  public static String of(String value) {
    String safe =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
