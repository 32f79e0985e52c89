package io.holdfast.notification.appointing;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import reactor.core.publisher.Mono;

/** The people of the tenant at work. */
public interface People {

  Mono<Person> byEmail(EmailAddress email);

  /** Keeps a person as given; one whose address is known already keeps the id it has. */
  Mono<Person> keep(Person person);
}
