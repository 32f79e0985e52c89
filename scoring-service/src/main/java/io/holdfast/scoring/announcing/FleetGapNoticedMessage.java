package io.holdfast.scoring.announcing;

import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.TenantCalendar;
import java.time.Instant;
import java.time.LocalDate;

record FleetGapNoticedMessage(
    Instant at,
    LocalDate from,
    LocalDate through,
    int expected,
    int silent,
    LocalDate heldUntil,
    boolean holiday,
    String sentence) {

  static final String TYPE = "scoring.fleet-gap-noticed.v1";

  static FleetGapNoticedMessage of(FleetGap gap, TenantCalendar calendar, Instant at) {
    LocalDate first = gap.days().getFirst();
    LocalDate last = gap.days().getLast();
    return new FleetGapNoticedMessage(
        at,
        first,
        last,
        gap.expected(),
        gap.silent(),
        calendar.day(gap.heldUntil()),
        calendar.holidays().containsAll(gap.days()),
        gap.sentence());
  }
}
