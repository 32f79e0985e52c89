package io.holdfast.notification.person;

import java.util.Optional;
import java.util.Set;

/** A wish about a person's access; what is absent stays as it is. */
public record AccessChange(Optional<Boolean> active, Optional<Set<String>> roles) {

  public boolean isEmpty() {
    return active.isEmpty() && roles.isEmpty();
  }

  /** Whether somebody who has the role would be without it. */
  public boolean takesRole(String role) {
    return active.filter(on -> !on).isPresent()
        || roles.filter(named -> !named.contains(role)).isPresent();
  }

  public Access applied(Access known) {
    return new Access(active.orElse(known.active()), roles.or(known::roles));
  }
}
