package io.holdfast.scoring.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    ordered.sort(java.util.Comparator.comparing(Use::happenedAt));
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
    long sum = 0;
    for (int i = start((int) from.toEpochDay()); i < start((int) to.toEpochDay() + 1); i++) {
      Use use = uses.get(i);
      if (events.contains(use.event()) && !use.happenedAt().isAfter(cut)) {
        sum += use.count();
      }
    }
    return sum;
  }

  /** How many uses happened up to the cut. */
  int countUntil(Instant cut) {
    int low = 0;
    int high = uses.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (uses.get(middle).happenedAt().isAfter(cut)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
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
    return dayStarts[Math.clamp((long) day - firstDay, 0, dayStarts.length - 1)];
  }
}
