package io.holdfast.notification.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
    @Schema(example = "Europe/Berlin", description = "Left out: UTC") @Nullable String timeZone) {

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
        zone());
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
