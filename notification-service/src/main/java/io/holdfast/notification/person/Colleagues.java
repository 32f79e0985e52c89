package io.holdfast.notification.person;

import java.util.Optional;

/**
 * Who stands by a person.
 *
 * @param deputy does the person's work while the person is absent
 * @param manager whom the person reports to
 */
public record Colleagues(Optional<EmailAddress> deputy, Optional<EmailAddress> manager) {

  public static final Colleagues NONE = new Colleagues(Optional.empty(), Optional.empty());
}
