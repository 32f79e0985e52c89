package io.holdfast.local.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each kind of user of the local tenants may do, as the services themselves read it.
 *
 * @param word as it stands in tokens and on the command line
 */
public record Role(String word, Set<String> scopes) {

  public static final List<Role> ALL = read();
  public static final Role CSM = named("csm");
  public static final Role MANAGER = named("manager");
  public static final Role FINANCE = named("finance");
  public static final Role BILLING = named("billing");
  public static final Role PRODUCT = named("product");
  public static final Role AUDITOR = named("auditor");
  public static final Role ADMIN = named("admin");
  public static final Role PARTNER = named("partner");

  public Role {
    scopes = Set.copyOf(scopes);
  }

  public static Optional<Role> ofWord(String word) {
    return ALL.stream().filter(role -> role.word().equals(word)).findFirst();
  }

  public static String words(String between) {
    return ALL.stream().map(Role::word).collect(Collectors.joining(between));
  }

  private static Role named(String word) {
    return ofWord(word).orElseThrow();
  }

  private static List<Role> read() {
    try (InputStream roles =
        Objects.requireNonNull(Role.class.getResourceAsStream("/access/roles.json"))) {
      List<Role> read = new ArrayList<>();
      JsonMapper.shared()
          .readTree(roles)
          .properties()
          .forEach(role -> read.add(new Role(role.getKey(), words(role.getValue()))));
      return List.copyOf(read);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Set<String> words(JsonNode scopes) {
    Set<String> words = new TreeSet<>();
    scopes.forEach(scope -> words.add(scope.asString()));
    return words;
  }
}
