package io.holdfast.scoring.adoption;

import io.holdfast.scoring.adoption.Adoption.Part;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.Stakeholder;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.signal.CoreFeatures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where adoption is stuck: which part of the product, which department and which role lost whom and
 * since when. An account that left is described as it was on its last day.
 *
 * @param day the last one of the twelve weeks that are looked at
 * @param features the core features, worst loss first
 * @param modules the modules of the tracking plan, worst loss first
 * @param departments of the same people as the roles, worst loss first
 * @param roles of the people who used the product or are known, worst loss first
 */
public record DataSheet(
    LocalDate firstDay,
    LocalDate day,
    Adoption product,
    List<Adoption> features,
    List<Adoption> modules,
    List<Adoption> departments,
    List<Adoption> roles) {

  public static DataSheet of(
      KnownPicture picture, CoreFeatures features, Modules modules, Instant at) {
    TenantCalendar calendar = picture.calendar();
    Instant cut =
        picture
            .departedBy(calendar.day(at))
            .map(left -> calendar.startOf(left).minusMillis(1))
            .orElse(at);
    return new Drawing(picture, calendar.day(cut), cut).sheet(features, modules);
  }

  private static final class Drawing {

    private final TenantCalendar calendar;
    private final LocalDate day;
    private final List<Use> uses;
    private final Map<String, Stakeholder> contacts;
    private final Map<String, String> departments;
    private final Attendance everything;

    Drawing(KnownPicture picture, LocalDate day, Instant cut) {
      this.calendar = picture.calendar();
      this.day = day;
      this.uses = picture.uses(calendar.startOf(Attendance.firstDay(day)), cut).toList();
      this.contacts =
          picture.stakeholders(cut).stream()
              .collect(Collectors.toMap(Stakeholder::id, Function.identity()));
      this.departments = departments(contacts.values());
      this.everything = attendance(uses.stream());
    }

    DataSheet sheet(CoreFeatures features, Modules modules) {
      return new DataSheet(
          Attendance.firstDay(day),
          day,
          Adoption.of(Part.product(), everything, contactsThere(_ -> true), contacts, calendar),
          worstFirst(
              features.events().entrySet().stream()
                  .map(one -> usedBy(Part.feature(one.getKey()), one.getValue()))),
          worstFirst(
              modules.events().entrySet().stream()
                  .map(one -> usedBy(Part.module(one.getKey()), one.getValue()))),
          groups(this::departmentOf, Part::department),
          groups(this::roleOf, Part::role));
    }

    private Adoption usedBy(Part part, Set<String> events) {
      return Adoption.of(
          part,
          attendance(uses.stream().filter(use -> events.contains(use.event()))),
          everything.people(0, Attendance.PRESENT),
          contacts,
          calendar);
    }

    /** Whoever used the product or is known, by what they belong to. */
    private List<Adoption> groups(
        Function<String, Optional<String>> groupOf, Function<Optional<String>, Part> part) {
      return worstFirst(
          Stream.concat(everything.people().stream(), contacts.keySet().stream())
              .map(groupOf)
              .distinct()
              .map(group -> group(part.apply(group), one -> groupOf.apply(one).equals(group))));
    }

    private Adoption group(Part part, Predicate<String> belongs) {
      return Adoption.of(
          part, everything.only(belongs), contactsThere(belongs), contacts, calendar);
    }

    private Optional<String> roleOf(String person) {
      return Optional.ofNullable(contacts.get(person))
          .flatMap(one -> Optional.ofNullable(one.role()));
    }

    private Optional<String> departmentOf(String person) {
      return Optional.ofNullable(contacts.get(person))
          .flatMap(one -> Optional.ofNullable(one.department()))
          .map(one -> departments.getOrDefault(folded(one), one));
    }

    /** One spelling of each: capitals and blanks around it make no other department. */
    private static Map<String, String> departments(Collection<Stakeholder> contacts) {
      return contacts.stream()
          .map(Stakeholder::department)
          .filter(Objects::nonNull)
          .collect(
              Collectors.toMap(
                  Drawing::folded,
                  String::strip,
                  (one, other) -> one.compareTo(other) <= 0 ? one : other));
    }

    private static String folded(String department) {
      return department.strip().toLowerCase(Locale.ROOT);
    }

    private List<String> contactsThere(Predicate<String> belongs) {
      return contacts.values().stream()
          .filter(Stakeholder::isThere)
          .map(Stakeholder::id)
          .filter(belongs)
          .toList();
    }

    private Attendance attendance(Stream<Use> ofSomething) {
      Attendance attendance = new Attendance(day);
      ofSomething.forEach(use -> attendance.note(use, calendar));
      return attendance;
    }

    private static List<Adoption> worstFirst(Stream<Adoption> adoptions) {
      return adoptions.sorted(Adoption.WORST_FIRST).toList();
    }
  }
}
