package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.access.Effective;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A verified access token as the platform's principal. */
final class HoldfastAuthentication extends AbstractAuthenticationToken {
  private final transient Effective access;

  HoldfastAuthentication(Effective access) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.access = access;
    setAuthenticated(true);
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public Principal getPrincipal() {
    return access.principal();
  }

  boolean active() {
    return access.active();
  }
}
