package io.holdfast.notification.appointing;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;

/** What came of the wish to appoint somebody. */
public sealed interface Appointed {

  record As(Person person) implements Appointed {}

  /**
   * @param part deputy or manager
   */
  record NobodyToStandIn(String part, EmailAddress email) implements Appointed {}

  /** The manager reports to the person, or is the person. */
  record ReportsInACircle(EmailAddress manager) implements Appointed {}
}
