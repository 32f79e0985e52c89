package io.holdfast.scoring.value;

import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Use of something over a period, and over as many days before.
 *
 * @param people distinct people; use without a person is of none
 * @param uses also without a person
 */
public record Used(String name, int people, int peopleBefore, long uses, long usesBefore) {

  static Used of(
      String name, List<Use> uses, Set<String> events, Period period, TenantCalendar calendar) {
    Period before = period.before();
    List<Use> now = within(uses, events, period, calendar);
    List<Use> then = within(uses, events, before, calendar);
    return new Used(name, people(now), people(then), count(now), count(then));
  }

  public boolean isUsed() {
    return uses > 0;
  }

  boolean wasUsed() {
    return usesBefore > 0;
  }

  private static List<Use> within(
      List<Use> uses, Set<String> events, Period period, TenantCalendar calendar) {
    return uses.stream()
        .filter(use -> events.contains(use.event()))
        .filter(use -> period.has(calendar.day(use.happenedAt())))
        .toList();
  }

  private static int people(List<Use> uses) {
    Set<String> people =
        uses.stream().map(Use::person).filter(Objects::nonNull).collect(Collectors.toSet());
    return people.size();
  }

  private static long count(List<Use> uses) {
    return uses.stream().mapToLong(Use::count).sum();
  }

  static int days(List<Use> uses, Period period, TenantCalendar calendar) {
    Set<LocalDate> days = new HashSet<>();
    uses.stream().map(use -> calendar.day(use.happenedAt())).filter(period::has).forEach(days::add);
    return days.size();
  }
}
