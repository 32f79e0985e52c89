package io.holdfast.scoring.value;

import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.signal.CoreFeatures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an account's use is compared with others', over the 28 days that end on a day.
 *
 * @param peopleBefore of the 28 days before
 * @param personDays on how many days each of the people came, summed
 */
public record AdoptionTally(
    int people, int peopleBefore, int personDays, int featuresUsed, int paidSeats) {

  public static final int DAYS = 28;

  /** An account that neither pays nor is used is nothing to compare with. */
  public boolean isLive() {
    return people > 0 || peopleBefore > 0 || paidSeats > 0;
  }

  public static AdoptionTally of(KnownPicture picture, CoreFeatures features, Instant until) {
    TenantCalendar calendar = picture.calendar();
    LocalDate day = calendar.day(until);
    LocalDate first = day.minusDays(DAYS - 1L);
    List<Use> uses = picture.uses(calendar.startOf(first.minusDays(DAYS)), until).toList();
    Map<String, Set<LocalDate>> daysOf = new HashMap<>();
    Set<String> before = new HashSet<>();
    Set<String> events = new HashSet<>();
    for (Use use : uses) {
      LocalDate on = calendar.day(use.happenedAt());
      if (!on.isBefore(first)) {
        events.add(use.event());
      }
      String person = use.person();
      if (person != null && on.isBefore(first)) {
        before.add(person);
      } else if (person != null) {
        daysOf.computeIfAbsent(person, _ -> new HashSet<>()).add(on);
      }
    }
    return new AdoptionTally(
        daysOf.size(),
        before.size(),
        daysOf.values().stream().mapToInt(Set::size).sum(),
        featuresUsed(features, events),
        picture.paidSeats(day));
  }

  /** How many of the core features are among what was used. */
  public static int featuresUsed(CoreFeatures features, Set<String> events) {
    return (int)
        features.events().values().stream()
            .filter(one -> one.stream().anyMatch(events::contains))
            .count();
  }
}
