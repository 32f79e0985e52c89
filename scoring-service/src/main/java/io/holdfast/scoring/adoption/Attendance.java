package io.holdfast.scoring.adoption;

import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who was there in which of the last twelve weeks. Week 0 is the one that ends with the day. */
final class Attendance {

  static final int WEEK = 7;

  /** The four weeks that tell whether somebody is still there. */
  static final int PRESENT = 4;

  /** The eight weeks before, which tell who is to be expected. */
  static final int BASELINE = 8;

  static final int WEEKS = PRESENT + BASELINE;

  private final LocalDate day;
  private final Map<String, BitSet> weeksOf = new TreeMap<>();
  private final Map<String, LocalDate> lastDayOf = new TreeMap<>();

  Attendance(LocalDate day) {
    this.day = day;
  }

  static LocalDate firstDay(LocalDate day) {
    return day.minusDays((long) WEEKS * WEEK - 1);
  }

  /** Uses lie between the first of the twelve weeks and the day. */
  void note(Use use, TenantCalendar calendar) {
    String person = use.person();
    if (person == null) {
      return;
    }
    LocalDate on = calendar.day(use.happenedAt());
    int week = (int) (day.toEpochDay() - on.toEpochDay()) / WEEK;
    weeksOf.computeIfAbsent(person, _ -> new BitSet(WEEKS)).set(week);
    lastDayOf.merge(person, on, (one, other) -> one.isAfter(other) ? one : other);
  }

  Attendance only(Predicate<String> belongs) {
    Attendance part = new Attendance(day);
    weeksOf.forEach(
        (person, weeks) -> {
          if (belongs.test(person)) {
            part.weeksOf.put(person, weeks);
            part.lastDayOf.put(person, lastDay(person));
          }
        });
    return part;
  }

  Set<String> people() {
    return weeksOf.keySet();
  }

  /** People of the weeks from one to another, the latter excluded. */
  Set<String> people(int from, int to) {
    return weeksOf.keySet().stream()
        .filter(
            person -> {
              int next = weeks(person).nextSetBit(from);
              return next >= 0 && next < to;
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  /** In how many of the weeks somebody was there. */
  long weeksOf(String person, IntStream weeks) {
    return weeks.filter(weeks(person)::get).count();
  }

  LocalDate lastDay(String person) {
    return Objects.requireNonNull(lastDayOf.get(person));
  }

  /** Weeks of the baseline without a holiday. */
  IntStream baseline(TenantCalendar calendar) {
    return IntStream.range(PRESENT, WEEKS)
        .filter(
            week -> {
              LocalDate last = day.minusDays((long) week * WEEK);
              return !calendar.hasHoliday(last.minusDays(WEEK - 1L), last);
            });
  }

  private BitSet weeks(String person) {
    return Objects.requireNonNull(weeksOf.get(person));
  }
}
