package io.holdfast.notification.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.notification.person.Access;
import io.holdfast.notification.person.AccessChange;
import io.holdfast.notification.person.Colleagues;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.web.PersonView.HoursView;
import io.holdfast.tenancy.access.Roles;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person somebody adds or changes. */
@Schema(name = "PersonRequest")
record PersonRequest(
    @Schema(example = "Noor Haddad") @Nullable String name,
    @Schema(
            example = "[\"billing_owner\"]",
            description =
                "`billing_owner` is told of failed payments, `manager` of alerts that nobody else"
                    + " would hear of")
        @Nullable List<@Nullable String> roles,
    @Schema(example = "Europe/Berlin", description = "Left out: UTC") @Nullable String timeZone,
    @Schema(
            example = "{\"monday\": {\"from\": \"09:00\", \"to\": \"17:30\"}}",
            description = "By day of the week, in the person's time zone. Left out: not known")
        @Nullable Map<String, @Nullable HoursView> workingHours,
    @Schema(description = "First day of an absence, with absentTo") @Nullable String absentFrom,
    @Schema(description = "Last day of an absence, with absentFrom") @Nullable String absentTo,
    @Schema(description = "Address of another person, who stands in") @Nullable String deputy,
    @Schema(description = "Address of the person reported to") @Nullable String manager,
    @Schema(description = "false: may do nothing, and is told nothing. Left out: stays as it is")
        @Nullable Boolean active,
    @Schema(
            example = "[\"csm\"]",
            description =
                "Stand for the roles of the person's tokens from now on; [] for none. Left out or"
                    + " null: stays as it is")
        @Nullable List<@Nullable String> accessRoles) {

  private static final Pattern ROLE = Pattern.compile("[a-z][a-z_]{0,39}");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ROLES = 20;

  /** As a person not known before; one whose address is known keeps its id. */
  Person as(EmailAddress email) {
    return new Person(
        UuidCreator.getTimeOrderedEpoch(),
        email,
        Field.line("name", name, LONGEST_NAME),
        readRoles(),
        zone(),
        ScheduleFields.read(workingHours, absentFrom, absentTo),
        new Colleagues(address("deputy", deputy), address("manager", manager)),
        Access.USUAL);
  }

  /** Asks for another scope than the rest. */
  AccessChange access() {
    return new AccessChange(
        Optional.ofNullable(active),
        Optional.ofNullable(accessRoles)
            .map(
                named ->
                    named.stream().map(PersonRequest::accessRole).collect(Collectors.toSet())));
  }

  private static String accessRole(@Nullable String role) {
    if (role == null || !Roles.known(role)) {
      throw Field.wrong(
          "unknown_role",
          "accessRoles",
          "There is no role '%s'; there are %s."
              .formatted(role, String.join(", ", Roles.shipped().keySet())));
    }
    return role;
  }

  private static Optional<EmailAddress> address(String field, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<EmailAddress> address = EmailAddress.parse(text);
    if (address.isEmpty()) {
      throw Field.wrong("invalid_" + field, field, "'" + text + "' is no e-mail address");
    }
    return address;
  }

  private Set<String> readRoles() {
    if (roles == null) {
      return Set.of();
    }
    if (roles.size() > MOST_ROLES) {
      throw Field.wrong(
          "invalid_role", "roles", "'roles' may name " + MOST_ROLES + " roles at most");
    }
    return Set.copyOf(roles.stream().map(PersonRequest::role).distinct().toList());
  }

  private static String role(@Nullable String text) {
    if (text == null || !ROLE.matcher(text).matches()) {
      throw Field.wrong(
          "invalid_role", "roles", "'" + text + "' is no role; write it like billing_owner");
    }
    return text;
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(timeZone == null ? "UTC" : timeZone);
    } catch (DateTimeException _) {
      throw Field.wrong(
          "invalid_time_zone",
          "timeZone",
          "'" + timeZone + "' is no time zone; write it like Europe/Berlin");
    }
  }
}
