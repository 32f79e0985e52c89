package io.holdfast.notification.appointing;

import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.TenantId;
import reactor.core.publisher.Mono;

/** Adds a person, or changes what one is called and answers for. */
public final class AppointPerson {

  private final People people;
  private final Appointments appointments;

  public AppointPerson(People people, Appointments appointments) {
    this.people = people;
    this.appointments = appointments;
  }

  public Mono<Person> as(TenantId tenant, Person wanted) {
    return people.keep(wanted).flatMap(kept -> appointments.changed(tenant, kept).thenReturn(kept));
  }
}
