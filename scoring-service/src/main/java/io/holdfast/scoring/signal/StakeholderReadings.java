package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure;
import io.holdfast.scoring.model.Measure.ActiveStakeholders;
import io.holdfast.scoring.model.Measure.ContactSilence;
import io.holdfast.scoring.model.Measure.RoleDepartures;
import io.holdfast.scoring.model.Measure.StakeholderCoverage;
import io.holdfast.scoring.picture.Stakeholder;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Readings of the people of an account. */
final class StakeholderReadings {

  private static final Missing NOBODY = new Missing("No contact of the account is known");

  private static final Comparator<Stakeholder> LAST_ACTIVE_FIRST =
      Comparator.comparing(Stakeholder::lastActive).reversed().thenComparing(Stakeholder::id);

  private StakeholderReadings() {}

  static Reading silence(ContactSilence measure, Moment moment) {
    List<Stakeholder> there = there(measure.roles(), moment);
    if (there.isEmpty()) {
      return new Missing("Nobody is known as " + either(measure.roles()));
    }
    LocalDate last = moment.calendar().day(there.getFirst().lastActive());
    long days = Math.min(Measure.FURTHEST, moment.day().toEpochDay() - last.toEpochDay());
    return Told.of(
        days,
        () ->
            "%s last active %s"
                .formatted(Numbers.capital(either(measure.roles())), Numbers.daysAgo(days)),
        () -> new Evidence(moment.day().minusDays(days), moment.day(), activity(there, moment)));
  }

  static Reading coverage(StakeholderCoverage measure, Moment moment) {
    if (moment.stakeholders().isEmpty()) {
      return NOBODY;
    }
    List<Stakeholder> active = active(measure.roles(), measure.days(), moment);
    List<String> covered =
        measure.roles().stream()
            .filter(role -> active.stream().anyMatch(one -> role.equals(one.role())))
            .toList();
    List<String> open = measure.roles().stream().filter(role -> !covered.contains(role)).toList();
    return Told.plain(
        Numbers.ratio(
            BigDecimal.valueOf(covered.size()), BigDecimal.valueOf(measure.roles().size())),
        () ->
            "%d of %s with somebody active in %d days%s"
                .formatted(
                    covered.size(),
                    Numbers.counted(measure.roles().size(), "role", "roles"),
                    measure.days(),
                    open.isEmpty() ? "" : ", none as " + either(open)),
        () ->
            new Evidence(
                moment.day().minusDays(measure.days() - 1L),
                moment.day(),
                activity(active, moment)));
  }

  static Reading active(ActiveStakeholders measure, Moment moment) {
    if (moment.stakeholders().isEmpty()) {
      return NOBODY;
    }
    List<Stakeholder> active = active(measure.roles(), measure.days(), moment);
    return Told.of(
        active.size(),
        () ->
            "%s active in %d days"
                .formatted(
                    Numbers.counted(active.size(), "stakeholder", "stakeholders"), measure.days()),
        () ->
            new Evidence(
                moment.day().minusDays(measure.days() - 1L),
                moment.day(),
                activity(active, moment)));
  }

  static Reading departures(RoleDepartures measure, Moment moment) {
    if (moment.stakeholders().isEmpty()) {
      return NOBODY;
    }
    LocalDate from = moment.day().minusDays(measure.days() - 1L);
    List<Item> gone =
        of(measure.roles(), moment).stream()
            .filter(one -> !one.isThere())
            .map(one -> new Item(one.id(), one.leftOn(), BigDecimal.ONE))
            .filter(one -> !Objects.requireNonNull(one.on()).isBefore(from))
            .sorted(
                Comparator.comparing(Item::on, Comparator.reverseOrder()).thenComparing(Item::what))
            .toList();
    return Told.of(
        gone.size(),
        () ->
            gone.isEmpty()
                ? "Nobody who is %s left in %d days"
                    .formatted(either(measure.roles()), measure.days())
                : "%s who was %s left in %d days, last on %s"
                    .formatted(
                        Numbers.counted(gone.size(), "person", "people"),
                        either(measure.roles()),
                        measure.days(),
                        gone.getFirst().on()),
        () -> new Evidence(from, moment.day(), gone));
  }

  private static List<Stakeholder> of(List<String> roles, Moment moment) {
    return moment.stakeholders().stream()
        .filter(one -> one.role() != null && roles.contains(one.role()))
        .toList();
  }

  private static List<Stakeholder> there(List<String> roles, Moment moment) {
    return of(roles, moment).stream()
        .filter(Stakeholder::isThere)
        .sorted(LAST_ACTIVE_FIRST)
        .toList();
  }

  private static List<Stakeholder> active(List<String> roles, int days, Moment moment) {
    return there(roles, moment).stream()
        .filter(one -> moment.isWithin(one.lastActive(), days))
        .toList();
  }

  private static List<Item> activity(List<Stakeholder> people, Moment moment) {
    return people.stream()
        .map(
            one -> {
              LocalDate on = moment.calendar().day(one.lastActive());
              long days = moment.day().toEpochDay() - on.toEpochDay();
              return new Item(one.id(), on, BigDecimal.valueOf(days));
            })
        .toList();
  }

  private static String either(List<String> roles) {
    return roles.stream().map(role -> role.replace('_', ' ')).collect(Collectors.joining(" or "));
  }
}
