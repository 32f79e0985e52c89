package io.holdfast.notification.appointing;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

public final class InMemoryPeople implements People {

  private final Map<EmailAddress, Person> people = new HashMap<>();

  @Override
  public Mono<Person> byEmail(EmailAddress email) {
    return Mono.fromSupplier(() -> people.get(email));
  }

  @Override
  public Mono<Person> keep(Person person) {
    return Mono.fromSupplier(
        () ->
            people.merge(
                person.email(),
                person,
                (known, wanted) ->
                    new Person(
                        known.id(),
                        known.email(),
                        wanted.name(),
                        wanted.roles(),
                        wanted.timeZone())));
  }
}
