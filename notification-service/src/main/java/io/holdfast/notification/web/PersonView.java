package io.holdfast.notification.web;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.person.Schedule.Absence;
import io.holdfast.notification.person.Schedule.Hours;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person, as the API shows it. */
@Schema(name = "Person")
record PersonView(
    @Schema(description = "What other services know the person by") UUID personId,
    String email,
    String name,
    @Schema(example = "[\"billing_owner\"]") List<String> roles,
    @Schema(example = "Europe/Berlin") String timeZone,
    @Schema(
            example = "{\"monday\": {\"from\": \"09:00\", \"to\": \"17:30\"}}",
            description = "By day of the week, in the person's time zone; empty when not known")
        Map<String, HoursView> workingHours,
    @Schema(description = "First day of an absence") @Nullable LocalDate absentFrom,
    @Schema(description = "Last day of an absence") @Nullable LocalDate absentTo,
    @Schema(description = "Address of the person who stands in") @Nullable String deputy,
    @Schema(description = "Address of the person reported to") @Nullable String manager,
    @Schema(description = "false: may do nothing, and is told nothing") boolean active,
    @Schema(
            example = "[\"csm\"]",
            description = "Stand for the roles of the person's tokens; absent while these decide")
        @Nullable List<String> accessRoles) {

  /** Times of a day, such as 09:00. */
  @Schema(name = "WorkingHours")
  record HoursView(@Nullable String from, @Nullable String to) {}

  static PersonView of(Person person) {
    return new PersonView(
        person.id(),
        person.email().value(),
        person.name(),
        person.roles().stream().sorted().toList(),
        person.timeZone().getId(),
        hours(person.schedule().hours()),
        person.schedule().absence().map(Absence::from).orElse(null),
        person.schedule().absence().map(Absence::to).orElse(null),
        person.colleagues().deputy().map(EmailAddress::value).orElse(null),
        person.colleagues().manager().map(EmailAddress::value).orElse(null),
        person.access().active(),
        person.access().roles().map(roles -> roles.stream().sorted().toList()).orElse(null));
  }

  private static Map<String, HoursView> hours(Map<DayOfWeek, Hours> hours) {
    Map<String, HoursView> views = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      Hours worked = hours.get(day);
      if (worked != null) {
        views.put(
            day.name().toLowerCase(Locale.ROOT),
            new HoursView(worked.from().toString(), worked.to().toString()));
      }
    }
    return views;
  }
}
