package io.holdfast.scoring.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Use of the product by one account, indexed by day so that many instants are answered from one
 * load. Distinct people are counted exactly.
 */
public final class Usage {

  private final List<Use> uses;
  private final int[] people;
  private final int firstDay;
  private final int[] dayStarts;
  private final Map<Integer, BitSet> peopleOfDay = new HashMap<>();
  private final Map<Long, Integer> peopleOfSpan = new HashMap<>();
  private final Map<Set<String>, long[]> usesUntilDay = new HashMap<>();
  private final Map<String, List<Instant>> usesOfPerson = new HashMap<>();
  private final @Nullable LocalDate firstPersonOn;

  private Usage(List<Use> uses, TenantCalendar calendar) {
    this.uses = uses;
    this.people = new int[uses.size()];
    Map<String, Integer> numbers = new HashMap<>();
    int[] days = new int[uses.size()];
    LocalDate first = null;
    for (int i = 0; i < uses.size(); i++) {
      Use use = uses.get(i);
      days[i] = (int) calendar.day(use.happenedAt()).toEpochDay();
      people[i] =
          use.person() == null ? -1 : numbers.computeIfAbsent(use.person(), _ -> numbers.size());
      if (first == null && use.person() != null) {
        first = LocalDate.ofEpochDay(days[i]);
      }
    }
    this.firstPersonOn = first;
    this.firstDay = days.length == 0 ? 0 : days[0];
    int span = days.length == 0 ? 0 : days[days.length - 1] - firstDay + 1;
    this.dayStarts = new int[span + 1];
    for (int day : days) {
      dayStarts[day - firstDay + 1]++;
    }
    for (int i = 1; i <= span; i++) {
      dayStarts[i] += dayStarts[i - 1];
    }
  }

  static Usage of(List<Use> uses, TenantCalendar calendar) {
    List<Use> ordered = new ArrayList<>(uses);
    ordered.sort(Comparator.comparing(Use::happenedAt));
    return new Usage(ordered, calendar);
  }

  public boolean isEmpty() {
    return uses.isEmpty();
  }

  public @Nullable Instant firstAt() {
    return uses.isEmpty() ? null : uses.getFirst().happenedAt();
  }

  public @Nullable LocalDate firstPersonOn() {
    return firstPersonOn;
  }

  /**
   * Distinct people from the first day to the last day, both included, nobody seen after the cut.
   */
  public int people(LocalDate from, LocalDate to, Instant cut, TenantCalendar calendar) {
    int last = (int) to.toEpochDay();
    if (cut.isBefore(calendar.endOf(to))) {
      BitSet seen = union((int) from.toEpochDay(), last - 1);
      for (int i = start(last); i < start(last + 1); i++) {
        if (people[i] >= 0 && !uses.get(i).happenedAt().isAfter(cut)) {
          seen.set(people[i]);
        }
      }
      return seen.cardinality();
    }
    int first = (int) from.toEpochDay();
    return peopleOfSpan.computeIfAbsent(
        ((long) first << 32) | last, _ -> union(first, last).cardinality());
  }

  /** Uses of the events from the first day to the last day, both included, none after the cut. */
  public long uses(Set<String> events, LocalDate from, LocalDate to, Instant cut) {
    int first = (int) from.toEpochDay();
    int last = (int) to.toEpochDay();
    int whole = lastWholeDay(last, cut);
    long[] sums = usesUntilDay.computeIfAbsent(events, this::sums);
    long sum = whole < first ? 0 : sums[place(whole + 1)] - sums[place(first)];
    for (int i = start(Math.max(whole + 1, first)); i < start(last + 1); i++) {
      Use use = uses.get(i);
      if (events.contains(use.event()) && !use.happenedAt().isAfter(cut)) {
        sum += use.count();
      }
    }
    return sum;
  }

  /**
   * The last day of which nothing lies after the cut; the cut is no earlier than that of its day.
   */
  private int lastWholeDay(int last, Instant cut) {
    int end = start(last + 1);
    boolean whole = end == 0 || !uses.get(end - 1).happenedAt().isAfter(cut);
    return whole ? last : last - 1;
  }

  /** For each day the uses before it. */
  private long[] sums(Set<String> events) {
    long[] sums = new long[dayStarts.length];
    for (int day = 0; day + 1 < dayStarts.length; day++) {
      sums[day + 1] = sums[day];
      for (int i = dayStarts[day]; i < dayStarts[day + 1]; i++) {
        if (events.contains(uses.get(i).event())) {
          sums[day + 1] += uses.get(i).count();
        }
      }
    }
    return sums;
  }

  /** Whether there was none on a day on which there usually is some. */
  boolean isMissedOn(LocalDate day) {
    return !isUsedOn(day) && FleetDay.expects(day, this::isUsedOn);
  }

  private boolean isUsedOn(LocalDate day) {
    int number = (int) day.toEpochDay();
    return start(number) < start(number + 1);
  }

  /** When somebody last used the product, of what is known of it here. */
  Optional<Instant> lastOf(String person, Instant at) {
    List<Instant> instants =
        usesOfPerson.computeIfAbsent(
            person,
            who ->
                uses.stream()
                    .filter(use -> who.equals(use.person()))
                    .map(Use::happenedAt)
                    .toList());
    int place = Collections.binarySearch(instants, at);
    int before = place >= 0 ? place : -place - 2;
    return before < 0 ? Optional.empty() : Optional.of(instants.get(before));
  }

  /** When one of the events was last used, of what is known of it here. */
  public Optional<Instant> lastUseOf(Set<String> events, Instant at) {
    return uses.reversed().stream()
        .filter(use -> !use.happenedAt().isAfter(at) && events.contains(use.event()))
        .map(Use::happenedAt)
        .findFirst();
  }

  private BitSet union(int from, int to) {
    BitSet seen = new BitSet();
    for (int day = from; day <= to; day++) {
      seen.or(peopleOfDay.computeIfAbsent(day, this::peopleOf));
    }
    return seen;
  }

  private BitSet peopleOf(int day) {
    BitSet seen = new BitSet();
    for (int i = start(day); i < start(day + 1); i++) {
      if (people[i] >= 0) {
        seen.set(people[i]);
      }
    }
    return seen;
  }

  private int start(int day) {
    return dayStarts[place(day)];
  }

  private int place(int day) {
    return Math.clamp((long) day - firstDay, 0, dayStarts.length - 1);
  }
}
