package io.holdfast.notification.web;

import io.holdfast.notification.person.Schedule;
import io.holdfast.notification.person.Schedule.Absence;
import io.holdfast.notification.person.Schedule.Hours;
import io.holdfast.notification.web.PersonView.HoursView;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads when a person works and is away, or says what is wrong with it. */
final class ScheduleFields {

  private static final String HOURS = "workingHours";

  private ScheduleFields() {}

  static Schedule read(
      @Nullable Map<String, @Nullable HoursView> hours,
      @Nullable String absentFrom,
      @Nullable String absentTo) {
    return new Schedule(hours(hours), absence(absentFrom, absentTo));
  }

  private static Map<DayOfWeek, Hours> hours(@Nullable Map<String, @Nullable HoursView> days) {
    Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
    if (days != null) {
      days.forEach((day, times) -> hours.put(day(day), hours(day, times)));
    }
    return hours;
  }

  private static DayOfWeek day(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> wrongHours("'" + name + "' is no day; write monday, tuesday and so on"));
  }

  private static Hours hours(String day, @Nullable HoursView times) {
    try {
      if (times != null && times.from() != null && times.to() != null) {
        return new Hours(LocalTime.parse(times.from()), LocalTime.parse(times.to()));
      }
    } catch (DateTimeException | IllegalArgumentException _) {
      // said below
    }
    throw wrongHours(
        "The hours of " + day + " must be two times, the earlier first, such as 09:00 and 17:30");
  }

  private static Optional<Absence> absence(@Nullable String from, @Nullable String to) {
    if (from == null && to == null) {
      return Optional.empty();
    }
    try {
      if (from != null && to != null) {
        return Optional.of(new Absence(LocalDate.parse(from), LocalDate.parse(to)));
      }
    } catch (DateTimeException | IllegalArgumentException _) {
      // said below
    }
    throw Field.wrong(
        "invalid_absence",
        from == null ? "absentFrom" : "absentTo",
        "An absence has two days, the first first, such as 2026-12-21 and 2027-01-03");
  }

  private static RuntimeException wrongHours(String detail) {
    return Field.wrong("invalid_working_hours", HOURS, detail);
  }
}
