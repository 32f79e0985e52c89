package io.holdfast.notification.person;

import java.time.ZoneId;
import java.util.Set;

/**
 * Somebody of the tenant who works with its accounts.
 *
 * @param roles {@code billing_owner} is told of failed payments
 */
public record Person(EmailAddress email, String name, Set<String> roles, ZoneId timeZone) {

  public static final String BILLING_OWNER = "billing_owner";

  public Person {
    roles = Set.copyOf(roles);
  }

  public boolean isBillingOwner() {
    return roles.contains(BILLING_OWNER);
  }
}
