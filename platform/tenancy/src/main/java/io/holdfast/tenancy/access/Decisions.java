package io.holdfast.tenancy.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a tenant has decided, as far as one principal is concerned.
 *
 * @param roles scopes of the roles that the tenant has changed
 * @param person what is decided about the person, when one is registered
 */
record Decisions(Map<String, Set<String>> roles, Optional<PersonAccess> person) {

  static final Decisions NONE = new Decisions(Map.of(), Optional.empty());

  Decisions {
    roles = Map.copyOf(roles);
  }

  Set<String> scopes(String role) {
    return roles.getOrDefault(role, Roles.shipped().getOrDefault(role, Set.of()));
  }

  /**
   * @param active whether the person may do anything at all
   * @param roles stand for the token's, when decided
   */
  record PersonAccess(boolean active, Optional<Set<String>> roles) {}
}
