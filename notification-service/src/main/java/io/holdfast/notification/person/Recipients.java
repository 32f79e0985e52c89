package io.holdfast.notification.person;

import io.holdfast.notification.play.Step.Role;
import java.util.List;
import java.util.Optional;

/**
 * Who can be told about an account.
 *
 * @param owner of the account, when one is known
 * @param people of the tenant
 */
public record Recipients(Optional<EmailAddress> owner, List<Person> people) {

  public Recipients {
    people = List.copyOf(people);
  }

  /** The people of the first role that leads to anybody, else the owner, else nobody. */
  public List<EmailAddress> reach(List<Role> preference) {
    return preference.stream()
        .map(this::of)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElseGet(() -> owner.stream().toList());
  }

  private List<EmailAddress> of(Role role) {
    return switch (role) {
      case OWNER -> owner.stream().toList();
      case BILLING_OWNER ->
          people.stream().filter(Person::isBillingOwner).map(Person::email).toList();
    };
  }
}
