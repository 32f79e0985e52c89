package io.holdfast.notification.appointing;

import static java.util.stream.Collectors.toMap;

import io.holdfast.notification.person.AccessChange;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.tenancy.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Adds a person, or changes what one is called, answers for and may do. */
public final class AppointPerson {

  private final People people;
  private final Appointments appointments;
  private final AllowPerson allow;

  public AppointPerson(People people, Appointments appointments, AllowPerson allow) {
    this.people = people;
    this.appointments = appointments;
    this.allow = allow;
  }

  /**
   * Nothing is kept when the wish cannot be met.
   *
   * @param access absent parts stay as they are
   */
  public Mono<Appointed> as(TenantId tenant, Person wanted, AccessChange access) {
    return people
        .all()
        .collect(toMap(Person::email, Function.identity()))
        .flatMap(
            known ->
                refused(wanted, known)
                    .map(Mono::just)
                    .orElseGet(() -> keep(tenant, wanted, access)));
  }

  private static Optional<Appointed> refused(Person wanted, Map<EmailAddress, Person> known) {
    Optional<EmailAddress> deputy = wanted.colleagues().deputy();
    Optional<EmailAddress> manager = wanted.colleagues().manager();
    return deputy
        .filter(email -> email.equals(wanted.email()) || !known.containsKey(email))
        .<Appointed>map(email -> new Appointed.NobodyToStandIn("deputy", email))
        .or(
            () ->
                manager
                    .filter(email -> !known.containsKey(email))
                    .map(email -> new Appointed.NobodyToStandIn("manager", email)))
        .or(
            () ->
                manager
                    .filter(email -> reports(email, wanted.email(), known))
                    .map(Appointed.ReportsInACircle::new));
  }

  /** Whether somebody reports, however far up, to the other. */
  private static boolean reports(
      EmailAddress somebody, EmailAddress other, Map<EmailAddress, Person> known) {
    Optional<EmailAddress> next = Optional.of(somebody);
    for (int steps = 0; next.isPresent() && steps <= known.size(); steps++) {
      if (next.get().equals(other)) {
        return true;
      }
      next =
          next.flatMap(email -> Optional.ofNullable(known.get(email)))
              .flatMap(person -> person.colleagues().manager());
    }
    return false;
  }

  private Mono<Appointed> keep(TenantId tenant, Person wanted, AccessChange change) {
    return people
        .keep(wanted)
        .flatMap(kept -> appointments.changed(tenant, kept).thenReturn(kept))
        .flatMap(kept -> allow.to(tenant, kept, change.applied(kept.access())))
        .map(Appointed.As::new);
  }
}
