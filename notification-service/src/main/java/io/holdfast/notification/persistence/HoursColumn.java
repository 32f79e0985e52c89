package io.holdfast.notification.persistence;

import static java.util.stream.Collectors.toMap;

import io.holdfast.notification.person.Schedule.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;

/** Working hours as a list of texts such as {@code MONDAY 09:00 17:30}. */
final class HoursColumn {

  private HoursColumn() {}

  static String[] write(Map<DayOfWeek, Hours> hours) {
    return hours.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(day -> day.getKey() + " " + day.getValue().from() + " " + day.getValue().to())
        .toArray(String[]::new);
  }

  static Map<DayOfWeek, Hours> read(String[] days) {
    return Arrays.stream(days)
        .map(day -> day.split(" "))
        .collect(
            toMap(
                day -> DayOfWeek.valueOf(day[0]),
                day -> new Hours(LocalTime.parse(day[1]), LocalTime.parse(day[2]))));
  }
}
