package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.claims.CallerClaims;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Makes a principal of a verified token, or refuses it. */
record TokenClaims(CallerClaims caller) {

  Principal principal(Jwt token) {
    Map<String, Object> claims = token.getClaims();
    return new Principal(
        tenant(caller.tenant(claims)),
        Optional.ofNullable(token.getSubject()).orElse(""),
        Set.copyOf(caller.roles(claims)),
        Set.copyOf(caller.scopes(claims)),
        accounts(claims),
        email(claims),
        Optional.ofNullable(token.getClaimAsString("client_id"))
            .or(() -> Optional.ofNullable(token.getClaimAsString("azp"))));
  }

  private static TenantId tenant(@Nullable String name) {
    if (name == null) {
      throw new InvalidBearerTokenException("the token names no tenant");
    }
    try {
      return new TenantId(name);
    } catch (IllegalArgumentException _) {
      throw new InvalidBearerTokenException("the token's tenant is not valid");
    }
  }

  private Optional<Set<String>> accounts(Map<String, Object> claims) {
    try {
      return caller.accounts(claims);
    } catch (IllegalArgumentException _) {
      throw new InvalidBearerTokenException("the token's accounts are not a list of ids");
    }
  }

  /** An address that the issuer has not verified could be anybody's. */
  private static Optional<String> email(Map<String, Object> claims) {
    return Boolean.FALSE.equals(claims.get("email_verified"))
        ? Optional.empty()
        : Optional.ofNullable(claims.get("email")).map(String::valueOf);
  }
}
