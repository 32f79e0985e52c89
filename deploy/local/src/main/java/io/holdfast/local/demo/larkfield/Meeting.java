package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;

/** A meeting held with a customer. */
record Meeting(String id, String account, LocalDate heldOn, String kind, int attendees)
    implements Row {

  @Override
  public String csv() {
    return Row.line(id, account, heldOn, kind, attendees);
  }

  @Override
  public LocalDate latest() {
    return heldOn;
  }
}
