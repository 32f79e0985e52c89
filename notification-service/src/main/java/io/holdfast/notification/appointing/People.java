package io.holdfast.notification.appointing;

import io.holdfast.notification.person.Access;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The people of the tenant at work. */
public interface People {

  Mono<Person> byEmail(EmailAddress email);

  /**
   * Keeps a person as given; one whose address is known already keeps the id and the access it has.
   */
  Mono<Person> keep(Person person);

  /** Changes what a known person may do. */
  Mono<Person> allow(EmailAddress email, Access access);

  Flux<Person> all();
}
