package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A bill, and what became of it. */
record Invoice(
    String id,
    String account,
    LocalDate issuedOn,
    BigDecimal amount,
    String currency,
    LocalDate dueOn,
    @Nullable LocalDate paidOn,
    String status)
    implements Row {

  @Override
  public String csv() {
    return Row.line(id, account, issuedOn, amount, currency, dueOn, paidOn, status);
  }

  @Override
  public LocalDate latest() {
    return Row.later(issuedOn, paidOn);
  }
}
