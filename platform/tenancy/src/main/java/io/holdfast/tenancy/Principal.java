package io.holdfast.tenancy;

import java.util.Optional;
import java.util.Set;

/**
 * The verified holder of an access token.
 *
 * @param accounts the accounts a partner may see; empty means all of the tenant's
 */
public record Principal(
    TenantId tenant,
    String subject,
    Set<String> roles,
    Set<String> scopes,
    Optional<Set<String>> accounts) {

  public Principal {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
    accounts = accounts.map(Set::copyOf);
  }

  public boolean may(String scope) {
    return scopes.contains(scope);
  }

  public boolean maySee(String accountId) {
    return accounts.map(visible -> visible.contains(accountId)).orElse(true);
  }
}
