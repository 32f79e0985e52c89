package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads a person's row. */
final class PersonRows {

  static final String COLUMNS = "p.person_id, p.email, p.name, p.roles, p.time_zone";

  private PersonRows() {}

  static Person read(Readable row) {
    return new Person(
        need(row, "person_id", UUID.class),
        new EmailAddress(need(row, "email", String.class)),
        need(row, "name", String.class),
        Set.copyOf(List.of(need(row, "roles", String[].class))),
        ZoneId.of(need(row, "time_zone", String.class)));
  }
}
