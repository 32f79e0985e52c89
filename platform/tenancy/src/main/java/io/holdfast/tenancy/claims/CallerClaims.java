package io.holdfast.tenancy.claims;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads claims of tokens that were verified before: the one place that knows them. */
public record CallerClaims(ClaimNames names) {

  /** Null when there is none, or something else than a text. */
  public @Nullable String tenant(Map<String, Object> claims) {
    return find(claims, names.tenant()) instanceof String tenant ? tenant : null;
  }

  public List<String> roles(Map<String, Object> claims) {
    return words(find(claims, names.roles()));
  }

  public List<String> scopes(Map<String, Object> claims) {
    return words(find(claims, names.scope()));
  }

  /**
   * The accounts the caller may see; empty: all. No claim means all, so one that cannot be read
   * must not pass for none.
   *
   * @throws IllegalArgumentException when they are not a list of ids
   */
  public Optional<Set<String>> accounts(Map<String, Object> claims) {
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

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("accounts are not a list of ids");
  }

  /** RFC 8693 says one text with spaces; some issuers send a list. */
  private static List<String> words(@Nullable Object claim) {
    return switch (claim) {
      case String text ->
          Arrays.stream(text.split(" ")).filter(word -> !word.isBlank()).distinct().toList();
      case Collection<?> list -> list.stream().map(String::valueOf).distinct().toList();
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
