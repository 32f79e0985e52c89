package io.holdfast.notification.appointing;

import static java.util.stream.Collectors.joining;

import io.holdfast.notification.person.Access;
import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

/** Decides what a person may do, and tells every service. */
public final class AllowPerson {

  private final People people;
  private final Appointments appointments;

  public AllowPerson(People people, Appointments appointments) {
    this.people = people;
    this.appointments = appointments;
  }

  /** What is so already is neither noted nor told. */
  public Mono<Person> to(TenantId tenant, Person known, Access access) {
    return access.equals(known.access())
        ? Mono.just(known)
        : people
            .allow(known.email(), access)
            .flatMap(person -> noted(known.access(), access).thenReturn(person))
            .flatMap(person -> appointments.allowed(tenant, person).thenReturn(person));
  }

  private static Mono<Void> noted(Access before, Access after) {
    return AuditNotes.changed("active", before.active(), after.active())
        .then(AuditNotes.changed("accessRoles", words(before), words(after)));
  }

  private static String words(Access access) {
    return access
        .roles()
        .map(roles -> roles.stream().sorted().collect(joining(" ")))
        .orElse("as the token says");
  }
}
