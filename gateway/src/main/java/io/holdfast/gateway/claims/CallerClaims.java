package io.holdfast.gateway.claims;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads claims of tokens that were verified before. */
@Component
public final class CallerClaims {
  private final ClaimNames names;

  CallerClaims(ClaimNames names) {
    this.names = names;
  }

  public @Nullable String tenant(Map<String, Object> claims) {
    return find(claims, names.tenant()) instanceof String tenant ? tenant : null;
  }

  public List<String> roles(Map<String, Object> claims) {
    return words(find(claims, names.roles()));
  }

  public List<String> scopes(Map<String, Object> claims) {
    return words(find(claims, names.scope()));
  }

  /** Some issuers send a list, others one text with spaces. */
  private static List<String> words(@Nullable Object claim) {
    return switch (claim) {
      case String text -> Arrays.stream(text.split(" ")).filter(word -> !word.isBlank()).toList();
      case Collection<?> list -> list.stream().map(String::valueOf).toList();
      case null, default -> List.of();
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
