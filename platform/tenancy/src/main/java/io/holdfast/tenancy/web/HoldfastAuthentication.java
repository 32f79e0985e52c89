package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A verified access token as the platform's principal. */
final class HoldfastAuthentication extends AbstractAuthenticationToken {
  private final transient Principal principal;

  private HoldfastAuthentication(Principal principal) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.principal = principal;
    setAuthenticated(true);
  }

  static HoldfastAuthentication of(Jwt token) {
    String tenant = token.getClaimAsString("tenant");
    if (tenant == null) {
      throw new InvalidBearerTokenException("the token names no tenant");
    }
    try {
      return new HoldfastAuthentication(
          new Principal(
              new TenantId(tenant),
              Optional.ofNullable(token.getSubject()).orElse(""),
              set(token.getClaimAsStringList("roles")),
              scopes(token.getClaims().get("scope")),
              Optional.ofNullable(token.getClaimAsStringList("accounts")).map(Set::copyOf)));
    } catch (IllegalArgumentException _) {
      throw new InvalidBearerTokenException("the token's tenant is not valid");
    }
  }

  /** RFC 8693 says one string with spaces; some issuers send a list. */
  private static Set<String> scopes(@Nullable Object claim) {
    return switch (claim) {
      case String text when !text.isBlank() -> Set.of(text.trim().split(" +"));
      case Collection<?> list -> Set.copyOf(list.stream().map(String::valueOf).toList());
      case null, default -> Set.of();
    };
  }

  private static Set<String> set(@Nullable List<String> claim) {
    return claim == null ? Set.of() : Set.copyOf(claim);
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public Principal getPrincipal() {
    return principal;
  }
}
