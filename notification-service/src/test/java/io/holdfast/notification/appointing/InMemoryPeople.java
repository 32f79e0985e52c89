package io.holdfast.notification.appointing;

import io.holdfast.notification.person.Access;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Flux;
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
                (known, wanted) -> wanted.knownAs(known.id(), known.access())));
  }

  @Override
  public Mono<Person> allow(EmailAddress email, Access access) {
    return Mono.fromSupplier(
        () -> people.computeIfPresent(email, (_, known) -> known.knownAs(known.id(), access)));
  }

  @Override
  public Flux<Person> all() {
    return Flux.fromIterable(people.values());
  }
}
