package io.holdfast.scoring.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Days on which most of a tenant's accounts were silent together, and the time in which they hold
 * worse bands.
 *
 * @param days first to last
 * @param heldFrom the end of the first day
 * @param heldUntil not included
 * @param expected accounts on the last day
 * @param silent accounts of those expected
 */
public record FleetGap(
    List<LocalDate> days,
    Instant heldFrom,
    Instant heldUntil,
    int expected,
    int silent,
    State state) {

  /** Whether anybody was told. */
  public enum State {
    /** It was past when it was found. */
    UNTOLD,
    NOTICED,
    /** The silence does not weigh on signals any more, or was held for the longest. */
    OVER,
    /** The use came after all. */
    FILLED
  }

  public FleetGap {
    days = days.stream().distinct().sorted().toList();
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A gap has a day");
    }
  }

  public boolean holds(Instant at) {
    return !at.isBefore(heldFrom) && at.isBefore(heldUntil);
  }

  /** What the operator is told. */
  public String sentence() {
    return "%d of the %d accounts that use the product on such a day did not on %s"
        .formatted(silent, expected, days.getLast());
  }

  public FleetGap in(State next) {
    return new FleetGap(days, heldFrom, heldUntil, expected, silent, next);
  }

  public FleetGap until(Instant end) {
    return new FleetGap(days, heldFrom, end, expected, silent, state);
  }

  public FleetGap with(FleetDay day) {
    return new FleetGap(
        Stream.concat(days.stream(), Stream.of(day.day())).toList(),
        heldFrom,
        heldUntil,
        day.expected(),
        day.silent(),
        state);
  }
}
