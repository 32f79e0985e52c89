package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An exchange rate. */
record Rate(LocalDate on, String base, String quote, BigDecimal rate) implements Row {

  @Override
  public String csv() {
    return Row.line(on, base, quote, rate);
  }

  @Override
  public LocalDate latest() {
    return on;
  }
}
