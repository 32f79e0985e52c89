package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.notification.person.Access;
import io.holdfast.notification.person.Colleagues;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.person.Schedule;
import io.holdfast.notification.person.Schedule.Absence;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads a person's row. */
final class PersonRows {

  static final String COLUMNS =
      "p.person_id, p.email, p.name, p.roles, p.time_zone, p.working_hours, p.absent_from,"
          + " p.absent_to, p.deputy, p.manager, p.active, p.access_roles";

  private PersonRows() {}

  static Person read(Readable row) {
    return new Person(
        need(row, "person_id", UUID.class),
        new EmailAddress(need(row, "email", String.class)),
        need(row, "name", String.class),
        Set.copyOf(List.of(need(row, "roles", String[].class))),
        ZoneId.of(need(row, "time_zone", String.class)),
        new Schedule(
            HoursColumn.read(need(row, "working_hours", String[].class)),
            Optional.ofNullable(row.get("absent_from", LocalDate.class))
                .map(from -> new Absence(from, need(row, "absent_to", LocalDate.class)))),
        new Colleagues(
            EmailAddress.parse(row.get("deputy", String.class)),
            EmailAddress.parse(row.get("manager", String.class))),
        new Access(
            need(row, "active", Boolean.class),
            Optional.ofNullable(row.get("access_roles", String[].class)).map(Set::of)));
  }
}
