package io.holdfast.scoring.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tenant's days: their time zone, the holidays left out of baselines, and the gaps in which
 * most accounts were silent together, oldest first.
 */
public record TenantCalendar(ZoneId zone, Set<LocalDate> holidays, List<FleetGap> gaps) {

  public static final TenantCalendar UTC = new TenantCalendar(ZoneOffset.UTC, Set.of());

  public TenantCalendar {
    holidays = Set.copyOf(holidays);
    gaps = List.copyOf(gaps);
  }

  public TenantCalendar(ZoneId zone, Set<LocalDate> holidays) {
    this(zone, holidays, List.of());
  }

  /** The gap that holds worse bands at an instant. */
  public Optional<FleetGap> gap(Instant at) {
    return gaps.stream().filter(gap -> gap.holds(at)).findFirst();
  }

  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The last instant that still belongs to the day. */
  public Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1)).minusMillis(1);
  }

  public Instant nextMidnight(Instant at) {
    return startOf(day(at).plusDays(1));
  }

  public boolean hasHoliday(LocalDate from, LocalDate to) {
    return !holidays.isEmpty()
        && holidays.stream().anyMatch(day -> !day.isBefore(from) && !day.isAfter(to));
  }
}
