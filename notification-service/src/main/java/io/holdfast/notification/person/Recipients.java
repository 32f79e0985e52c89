package io.holdfast.notification.person;

import io.holdfast.notification.play.Step.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who can be told about an account. Nobody who has been switched off is.
 *
 * @param owner of the account, when one is known
 * @param people of the tenant
 */
public record Recipients(Optional<EmailAddress> owner, List<Person> people) {

  public Recipients {
    people = List.copyOf(people);
  }

  /**
   * The people of the first role that leads to anybody; else the owner, else the managers, so that
   * an account without an owner is not without somebody to tell.
   */
  public List<EmailAddress> reach(List<Role> preference) {
    return Stream.concat(preference.stream().map(this::of), Stream.of(owners(), managers()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<EmailAddress> of(Role role) {
    return switch (role) {
      case OWNER -> owners();
      case BILLING_OWNER -> those(Person::isBillingOwner);
    };
  }

  private List<EmailAddress> owners() {
    return owner.stream().filter(this::mayBeTold).toList();
  }

  private List<EmailAddress> managers() {
    return those(Person::isManager);
  }

  private List<EmailAddress> those(Predicate<Person> wanted) {
    return people.stream().filter(Person::isActive).filter(wanted).map(Person::email).toList();
  }

  private boolean mayBeTold(EmailAddress address) {
    return people.stream()
        .filter(person -> person.email().equals(address))
        .allMatch(Person::isActive);
  }
}
