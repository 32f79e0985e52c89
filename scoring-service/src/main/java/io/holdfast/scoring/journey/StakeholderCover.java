package io.holdfast.scoring.journey;

import io.holdfast.scoring.model.JourneyRules.StakeholderRule;
import io.holdfast.scoring.picture.Stakeholder;
import io.holdfast.scoring.picture.TenantCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether we know enough people at the account.
 *
 * @param active people of the roles who were active
 * @param singleThreaded too few of them, or no sponsor; null when no contact is known
 * @param why each reason for it
 */
public record StakeholderCover(
    List<RoleCover> roles, int active, @Nullable Boolean singleThreaded, List<String> why) {

  /**
   * @param there people with the role who have not left
   * @param active those who were active
   */
  public record RoleCover(String role, int there, int active, @Nullable LocalDate lastActive) {}

  static StakeholderCover of(
      List<Stakeholder> people, StakeholderRule rule, Instant at, TenantCalendar calendar) {
    if (people.isEmpty()) {
      return new StakeholderCover(
          List.of(), 0, null, List.of("No contact of the account is known"));
    }
    Instant since = calendar.startOf(calendar.day(at).minusDays(rule.days() - 1L));
    List<RoleCover> roles =
        rule.roles().stream().map(role -> cover(role, people, since, calendar)).toList();
    int active = roles.stream().mapToInt(RoleCover::active).sum();
    List<String> why = new ArrayList<>();
    if (active < rule.least()) {
      why.add(
          "%d of at least %d stakeholders active in %d days"
              .formatted(active, rule.least(), rule.days()));
    }
    boolean sponsored =
        people.stream()
            .filter(one -> one.isThere() && one.role() != null)
            .filter(one -> rule.sponsors().contains(one.role()))
            .anyMatch(one -> !one.lastActive().isBefore(since));
    if (!sponsored && !rule.sponsors().isEmpty()) {
      why.add("No active %s in %d days".formatted(words(rule.sponsors()), rule.days()));
    }
    return new StakeholderCover(roles, active, !why.isEmpty(), List.copyOf(why));
  }

  private static RoleCover cover(
      String role, List<Stakeholder> people, Instant since, TenantCalendar calendar) {
    List<Stakeholder> there =
        people.stream().filter(one -> one.isThere() && role.equals(one.role())).toList();
    return new RoleCover(
        role,
        there.size(),
        (int) there.stream().filter(one -> !one.lastActive().isBefore(since)).count(),
        there.stream()
            .map(Stakeholder::lastActive)
            .max(Instant::compareTo)
            .map(calendar::day)
            .orElse(null));
  }

  private static String words(List<String> roles) {
    return String.join(" or ", roles).replace('_', ' ');
  }
}
