package io.holdfast.ingestion.imports;

import java.util.regex.Pattern;

/** A fault as a line of CSV. */
final class FaultCsv {
  private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);

  private FaultCsv() {}

  static String line(LineFault fault) {
    return fault.line()
        + ","
        + cell(fault.column() == null ? "" : fault.column())
        + ","
        + cell(fault.code())
        + ","
        + cell(fault.message())
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

  /**
   * Quoted where needed. A spreadsheet would take what begins like a formula for one, so that is
   * given a quote in front.
   */
  private static String cell(String value) {
    String safe =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
