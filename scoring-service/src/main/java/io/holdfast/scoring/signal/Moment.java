package io.holdfast.scoring.signal;

import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import java.time.Instant;
import java.time.LocalDate;

/** An account at one business instant, as known. */
public record Moment(KnownPicture picture, CoreFeatures features, Instant at) {

  LocalDate day() {
    return calendar().day(at);
  }

  TenantCalendar calendar() {
    return picture.calendar();
  }

  /** Distinct people over the days that end on the given one. */
  int people(LocalDate last, int days) {
    return picture.usage().people(last.minusDays(days - 1L), last, at, calendar());
  }
}
