package io.holdfast.notification.person;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody of the tenant who works with its accounts.
 *
 * @param id what other services know the person by
 * @param roles {@code billing_owner} is told of failed payments, {@code manager} of alerts that
 *     nobody else would hear of, {@code manager} and {@code admin} of what is no single account's
 */
public record Person(
    UUID id,
    EmailAddress email,
    String name,
    Set<String> roles,
    ZoneId timeZone,
    Schedule schedule,
    Colleagues colleagues,
    Access access) {

  public static final String BILLING_OWNER = "billing_owner";

  private static final String MANAGER = "manager";
  private static final String ADMIN = "admin";

  public Person {
    roles = Set.copyOf(roles);
  }

  /** Somebody of whom no more is known. */
  public Person(UUID id, EmailAddress email, String name, Set<String> roles, ZoneId timeZone) {
    this(id, email, name, roles, timeZone, Schedule.UNKNOWN, Colleagues.NONE, Access.USUAL);
  }

  /** The same person with another id and access: what others keep of somebody they know. */
  public Person knownAs(UUID itsId, Access itsAccess) {
    return new Person(itsId, email, name, roles, timeZone, schedule, colleagues, itsAccess);
  }

  public boolean isBillingOwner() {
    return roles.contains(BILLING_OWNER);
  }

  boolean isManager() {
    return roles.contains(MANAGER);
  }

  /** Whether the person answers for the platform's work, and is at work. */
  public boolean isOperator() {
    return isActive() && (isManager() || roles.contains(ADMIN));
  }

  boolean isActive() {
    return access.active();
  }
}
