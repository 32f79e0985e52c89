package io.holdfast.notification.person;

import java.util.Optional;
import java.util.Set;

/**
 * What a person may do.
 *
 * @param active false for somebody who may do nothing, and is told nothing
 * @param roles stand for the roles of the person's tokens; absent while the tokens decide
 */
public record Access(boolean active, Optional<Set<String>> roles) {

  public static final Access USUAL = new Access(true, Optional.empty());

  public Access {
    roles = roles.map(Set::copyOf);
  }

  /** The same with the roles that the person's tokens say. */
  public Access asTokensSay() {
    return new Access(active, Optional.empty());
  }
}
