package io.holdfast.metrics.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What stands in a cell of a table that may be opened with a spreadsheet. */
record Cell(String value) {

  private static final String FORMULA = "=+-@\t\r\n";

  /**
   * A spreadsheet would take text that begins like a formula for one, so that is given a quote in
   * front.
   */
  static Cell text(@Nullable String text) {
    if (text == null) {
      return new Cell("");
    }
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return new Cell(formula ? "'" + text : text);
  }

  static Cell number(@Nullable BigDecimal number) {
    return new Cell(number == null ? "" : number.toPlainString());
  }

  /** An amount as the API writes it. */
  static Cell amount(String amount) {
    return number(new BigDecimal(amount));
  }
}
