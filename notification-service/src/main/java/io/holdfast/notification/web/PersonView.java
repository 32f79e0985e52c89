package io.holdfast.notification.web;

import io.holdfast.notification.person.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** A person, as the API shows it. */
@Schema(name = "Person")
record PersonView(
    @Schema(description = "What other services know the person by") UUID personId,
    String email,
    String name,
    @Schema(example = "[\"billing_owner\"]") List<String> roles,
    @Schema(example = "Europe/Berlin") String timeZone) {

  static PersonView of(Person person) {
    return new PersonView(
        person.id(),
        person.email().value(),
        person.name(),
        person.roles().stream().sorted().toList(),
        person.timeZone().getId());
  }
}
