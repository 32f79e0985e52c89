package io.holdfast.tenancy.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The roles there are and what they allow as long as a tenant has not decided otherwise. */
public final class Roles {
  /** Has every scope there is, so that its list is the vocabulary. */
  public static final String ADMIN = "admin";

  private static final Map<String, Set<String>> SHIPPED = read();

  private Roles() {}

  public static Map<String, Set<String>> shipped() {
    return SHIPPED;
  }

  /** Every scope there is, in the order of the alphabet. */
  public static Set<String> scopes() {
    return Objects.requireNonNull(SHIPPED.get(ADMIN));
  }

  public static boolean known(String role) {
    return SHIPPED.containsKey(role);
  }

  private static Map<String, Set<String>> read() {
    try (InputStream file =
        Objects.requireNonNull(Roles.class.getResourceAsStream("/access/roles.json"))) {
      Map<String, Set<String>> roles = new LinkedHashMap<>();
      JsonMapper.shared()
          .readTree(file)
          .properties()
          .forEach(role -> roles.put(role.getKey(), scopes(role.getValue())));
      return Collections.unmodifiableMap(roles);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Set<String> scopes(JsonNode list) {
    List<String> scopes = list.values().stream().map(JsonNode::asString).toList();
    return Collections.unmodifiableSet(new TreeSet<>(scopes));
  }
}
