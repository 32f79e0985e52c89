package io.holdfast.notification.person;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/**
 * When a person works, in the person's time zone.
 *
 * @param hours of the days somebody works; empty when nothing is known
 */
public record Schedule(Map<DayOfWeek, Hours> hours, Optional<Absence> absence) {

  public static final Schedule UNKNOWN = new Schedule(Map.of(), Optional.empty());

  public Schedule {
    hours = Map.copyOf(hours);
  }

  /** From one time of a day until before another. */
  public record Hours(LocalTime from, LocalTime to) {
    public Hours {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("hours end after they begin");
      }
    }
  }

  /** Both days included. */
  public record Absence(LocalDate from, LocalDate to) {
    public Absence {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("an absence does not end before it begins");
      }
    }
  }
}
