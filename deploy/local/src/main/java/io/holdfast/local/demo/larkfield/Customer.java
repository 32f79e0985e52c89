package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer account as Larkfield's CRM lists it. */
record Customer(Firm firm, LocalDate createdOn, @Nullable String externalIds, String plan)
    implements Row {

  @Override
  public String csv() {
    return Row.line(
        firm.id(),
        firm.name(),
        firm.industry(),
        firm.country(),
        firm.employees(),
        firm.owner(),
        firm.parent(),
        createdOn,
        externalIds,
        plan);
  }

  @Override
  public LocalDate latest() {
    return createdOn;
  }
}
