package io.holdfast.ingestion.imports;

/** Reads a cell for its column: its type, and one of the values allowed. */
final class CellReading {
  private CellReading() {}

  static String read(Column column, String cell, TimeReading times) throws CellFault {
    String value = column.type().read(cell, times);
    if (column.oneOf().isEmpty()) {
      return value;
    }
    String folded = CellType.folded(value);
    if (!column.oneOf().contains(folded)) {
      throw new CellFault(
          "unknown_value",
          "is '"
              + CellType.shown(cell)
              + "'; it must be one of "
              + String.join(", ", column.oneOf()));
    }
    return folded;
  }
}
