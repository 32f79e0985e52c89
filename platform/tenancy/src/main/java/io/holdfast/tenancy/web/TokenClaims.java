package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.TenantId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads whom a verified token is for: the one place that knows claims. */
record TokenClaims(ClaimNames names) {

  Principal principal(Jwt token) {
    Map<String, Object> claims = token.getClaims();
    return new Principal(
        tenant(find(claims, names.tenant())),
        Optional.ofNullable(token.getSubject()).orElse(""),
        words(find(claims, names.roles())),
        words(find(claims, names.scope())),
        accounts(claims),
        email(claims),
        Optional.ofNullable(token.getClaimAsString("client_id"))
            .or(() -> Optional.ofNullable(token.getClaimAsString("azp"))));
  }

  private static TenantId tenant(@Nullable Object claim) {
    if (!(claim instanceof String name)) {
      throw new InvalidBearerTokenException("the token names no tenant");
    }
    try {
      return new TenantId(name);
    } catch (IllegalArgumentException _) {
      throw new InvalidBearerTokenException("the token's tenant is not valid");
    }
  }

  /** No claim means all accounts, so one that cannot be read must not pass for none. */
  private Optional<Set<String>> accounts(Map<String, Object> claims) {
    return switch (find(claims, names.accounts())) {
      case String one -> Optional.of(Set.of(one));
      case Collection<?> list when list.stream().allMatch(String.class::isInstance) ->
          Optional.of(list.stream().map(String.class::cast).collect(Collectors.toSet()));
      case null -> {
        if (claims.containsKey(names.accounts())) {
          throw unreadable();
        }
        yield Optional.empty();
      }
      default -> throw unreadable();
    };
  }

  private static InvalidBearerTokenException unreadable() {
    return new InvalidBearerTokenException("the token's accounts are not a list of ids");
  }

  /** An address that the issuer has not verified could be anybody's. */
  private static Optional<String> email(Map<String, Object> claims) {
    return Boolean.FALSE.equals(claims.get("email_verified"))
        ? Optional.empty()
        : Optional.ofNullable(claims.get("email")).map(String::valueOf);
  }

  /** RFC 8693 says one string with spaces; some issuers send a list. */
  private static Set<String> words(@Nullable Object claim) {
    return switch (claim) {
      case String text when !text.isBlank() ->
          Arrays.stream(text.trim().split(" +")).collect(Collectors.toSet());
      case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.toSet());
      case null, default -> Set.of();
    };
  }

  private static @Nullable Object find(Map<?, ?> claims, String name) {
    Object claim = claims.get(name);
    int dot = name.indexOf('.');
    if (claim != null || dot < 0) {
      return claim;
    }
    return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? find(inner, name.substring(dot + 1))
        : null;
  }
}
