package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.requests.CsvCell;
import java.util.regex.Pattern;

/** A fault as a line of CSV. */
final class FaultCsv {
  private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);

  private FaultCsv() {}

  static String line(LineFault fault) {
    return fault.line()
        + ","
        + CsvCell.of(fault.column() == null ? "" : fault.column())
        + ","
        + CsvCell.of(fault.code())
        + ","
        + CsvCell.of(fault.message())
        + "\r\n";
  }

  /** The same without what it quotes of the line, which may be somebody's name or address. */
  static LineFault withoutQuotes(LineFault fault) {
    return new LineFault(
        fault.line(),
        fault.column(),
        fault.code(),
        QUOTED.matcher(fault.message()).replaceAll("'(needs personal:read)'"));
  }
}
