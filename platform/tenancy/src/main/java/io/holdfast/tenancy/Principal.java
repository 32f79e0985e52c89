package io.holdfast.tenancy;

import java.util.Optional;
import java.util.Set;

/**
 * The verified holder of an access token.
 *
 * @param roles what the tenant says the holder is, else what the token says
 * @param scopes what the holder may do now: what the token was given, as far as the roles allow it
 * @param accounts the accounts a partner may see; empty means all of the tenant's
 * @param email the holder's verified address, when the token names one
 * @param client the program the token was given to
 */
public record Principal(
    TenantId tenant,
    String subject,
    Set<String> roles,
    Set<String> scopes,
    Optional<Set<String>> accounts,
    Optional<String> email,
    Optional<String> client) {

  /** To see names, addresses and phone numbers of the tenant's customers' people. */
  public static final String PERSONAL_READ = "personal:read";

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

  /**
   * The tenant, for what concerns all of its accounts: not for those who may see only some.
   *
   * @throws Problem 403 when the principal is limited to some accounts
   */
  public TenantId wholeTenant() {
    if (accounts.isPresent()) {
      throw Problem.forbidden(
          "limited_to_accounts",
          "This concerns the whole tenant; the token is limited to some accounts.");
    }
    return tenant;
  }

  public boolean maySeePersonalData() {
    return may(PERSONAL_READ);
  }

  /** The same holder with other roles and scopes. */
  public Principal with(Set<String> itsRoles, Set<String> itsScopes) {
    return new Principal(tenant, subject, itsRoles, itsScopes, accounts, email, client);
  }
}
