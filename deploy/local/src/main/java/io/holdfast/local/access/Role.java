package io.holdfast.local.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What each kind of user of the local tenants may do. */
public enum Role {
  CSM(
      "accounts:read health:read metrics:read facts:read facts:write alerts:read alerts:write"
          + " plays:read channels:read models:read"),
  MANAGER(
      "accounts:read accounts:write health:read metrics:read imports:read facts:read facts:write"
          + " alerts:read alerts:write plays:read plays:write channels:read channels:write"
          + " models:read models:write"),
  FINANCE("accounts:read metrics:read metrics:write imports:read imports:write health:read"),
  BILLING(
      "accounts:read metrics:read alerts:read alerts:write facts:read facts:write imports:read"),
  ADMIN(
      "accounts:read accounts:write health:read health:write metrics:read metrics:write"
          + " imports:read imports:write sources:read sources:write facts:read facts:write"
          + " alerts:read alerts:write plays:read plays:write channels:read channels:write"
          + " models:read models:write history:write platform:admin"),
  PARTNER("accounts:read health:read");

  private final Set<String> scopes;

  Role(String scopes) {
    this.scopes = new TreeSet<>(Arrays.asList(scopes.split(" ")));
  }

  public Set<String> scopes() {
    return Set.copyOf(scopes);
  }

  /** As it stands in tokens and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  public static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
