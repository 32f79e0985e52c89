package io.holdfast.scoring.value;

import java.time.LocalDate;

/** Days from the first to the last, both included. */
public record Period(LocalDate from, LocalDate to) {

  public static final int LONGEST = 366;
  public static final int USUAL = 90;

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("%s is before %s".formatted(to, from));
    }
    if (days(from, to) > LONGEST) {
      throw new IllegalArgumentException("A period has at most %d days".formatted(LONGEST));
    }
  }

  /** The ninety days that end with one. */
  public static Period until(LocalDate day) {
    return new Period(day.minusDays(USUAL - 1L), day);
  }

  /** As many days, right before. */
  public Period before() {
    return new Period(from.minusDays(days()), from.minusDays(1));
  }

  public int days() {
    return (int) days(from, to);
  }

  boolean has(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static long days(LocalDate from, LocalDate to) {
    return to.toEpochDay() - from.toEpochDay() + 1;
  }
}
