package io.holdfast.ingestion.imports;

/** What is wrong with one cell, said so that it follows the column's name. */
public final class CellFault extends Exception {
  private final String code;

  CellFault(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
