package io.holdfast.scoring.signal;

import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.Stakeholder;
import io.holdfast.scoring.picture.TenantCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account at one business instant, as known. */
public record Moment(KnownPicture picture, CoreFeatures features, Instant at) {

  LocalDate day() {
    return calendar().day(at);
  }

  TenantCalendar calendar() {
    return picture.calendar();
  }

  /** Whether something belongs to the last days, the present one included. */
  boolean isWithin(Instant happened, int days) {
    return !happened.isBefore(calendar().startOf(day().minusDays(days - 1L)));
  }

  /** The day of the first use. */
  @Nullable LocalDate firstUse() {
    Instant first = picture.usage().firstAt();
    return first == null ? null : calendar().day(first);
  }

  /** Uses of events over the days that end on the given one. */
  long uses(Collection<String> events, LocalDate last, int days) {
    return picture.usage().uses(Set.copyOf(events), last.minusDays(days - 1L), last, at);
  }

  List<Stakeholder> stakeholders() {
    return picture.stakeholders(at);
  }

  /** Distinct people over the days that end on the given one. */
  int people(LocalDate last, int days) {
    return picture.usage().people(last.minusDays(days - 1L), last, at, calendar());
  }
}
