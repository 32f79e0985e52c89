package io.holdfast.tenancy.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.holdfast.tenancy.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * What a token's holder may do now.
 *
 * @param active false for a person who has been switched off
 */
public record Effective(Principal principal, boolean active) {

  /**
   * The token's scopes, as far as the holder's roles allow them. A token of an issuer that knows no
   * scopes of ours has what its roles allow; one that names no role of ours has its scopes alone.
   */
  static Effective of(Principal told, Decisions decided) {
    Optional<Set<String>> assigned = decided.person().flatMap(Decisions.PersonAccess::roles);
    Set<String> roles = assigned.orElse(told.roles());
    boolean active = decided.person().map(Decisions.PersonAccess::active).orElse(true);
    if (!active) {
      return new Effective(told.with(roles, Set.of()), false);
    }
    Set<String> known = roles.stream().filter(Roles::known).collect(toUnmodifiableSet());
    if (known.isEmpty() && assigned.isEmpty()) {
      return new Effective(told, true);
    }
    Set<String> allowed =
        known.stream().flatMap(role -> decided.scopes(role).stream()).collect(toUnmodifiableSet());
    return new Effective(told.with(roles, limited(told.scopes(), allowed)), true);
  }

  private static Set<String> limited(Set<String> given, Set<String> allowed) {
    return given.stream().noneMatch(Roles.scopes()::contains)
        ? allowed
        : given.stream().filter(allowed::contains).collect(toUnmodifiableSet());
  }
}
