package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A business event that no other file takes. */
record Fact(
    String id,
    String account,
    String type,
    LocalDate on,
    @Nullable String contact,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable String text,
    @Nullable LocalDate dueOn)
    implements Row {

  @Override
  public String csv() {
    return Row.line(id, account, type, on, contact, value, unit, text, dueOn);
  }

  @Override
  public LocalDate latest() {
    return on;
  }
}
