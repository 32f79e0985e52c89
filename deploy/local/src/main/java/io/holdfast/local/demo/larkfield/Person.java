package io.holdfast.local.demo.larkfield;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody at a customer, who uses Larkfield on fixed days of the week. */
record Person(
    String id,
    String account,
    String name,
    String email,
    String role,
    String title,
    String department,
    LocalDate joinedOn,
    @Nullable LocalDate leftOn,
    Habit habit)
    implements Row {

  /**
   * @param patience the pace of the firm, 0 to 1, below which this person stops using the product
   * @param volume how often the person does a thing on a day of use
   */
  record Habit(
      Set<DayOfWeek> days, double patience, double diligence, Feature work, double volume) {}

  boolean worksThere(LocalDate day) {
    return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
  }

  boolean takesPart(LocalDate day, double pace) {
    return worksThere(day) && habit.patience() < pace;
  }

  @Override
  public String csv() {
    return Row.line(id, account, name, email, role, title, department, leftOn == null, leftOn);
  }

  @Override
  public LocalDate latest() {
    return Row.later(joinedOn, leftOn);
  }
}
