package io.holdfast.local.command;

import io.holdfast.local.Misuse;
import io.holdfast.local.Refusal;
import io.holdfast.local.access.Role;
import io.holdfast.local.access.Tenant;
import io.holdfast.local.access.WriteKeys;
import io.holdfast.local.platform.Instance;
import io.holdfast.local.platform.Occupancy;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;

/** Prints an access token, or a tracking write key, and nothing else. */
final class Token implements Command {

  private final Instance instance;
  private final PrintStream out;

  Token(Instance instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
  }

  /**
   * @param scope blank-separated; empty for all the client has
   */
  private record Wish(Role role, String tenant, String scope, boolean writeKey) {

    Wish {
      for (String word : scope.isEmpty() ? new String[0] : scope.split(" ")) {
        if (!role.scopes().contains(word)) {
          throw new Misuse(
              "The client '%s' does not have the scope '%s'.".formatted(role.word(), word));
        }
      }
    }
  }

  @Override
  public String usage() {
    return "deploy/local/token [--client "
        + Role.words("|")
        + "] [--tenant demo|other] [--scope \"...\"] [--write-key]";
  }

  @Override
  public int run(List<String> words) {
    Wish wish = wish(words);
    if (new Occupancy(instance.state()).running().isEmpty()) {
      throw new Refusal("Holdfast is not running; deploy/local/up starts it.");
    }
    out.println(
        wish.writeKey()
            ? writeKey(wish.tenant())
            : instance.token(wish.tenant(), wish.role(), wish.scope()));
    return 0;
  }

  private static Wish wish(List<String> words) {
    Role role = Role.ADMIN;
    String tenant = Tenant.DEMO;
    String scope = "";
    boolean writeKey = false;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--client" -> role = role(value(rest, word));
        case "--tenant" -> tenant = tenant(value(rest, word));
        case "--scope" -> scope = scope(value(rest, word));
        case "--write-key" -> writeKey = true;
        default -> throw new Misuse("'%s' is not known.".formatted(word));
      }
    }
    return new Wish(role, tenant, scope, writeKey);
  }

  private String writeKey(String tenant) {
    return new WriteKeys(instance.gateway(), instance.state().secrets())
        .of(tenant, () -> instance.token(tenant, Role.ADMIN, ""));
  }

  private static Role role(String word) {
    return Role.ofWord(word)
        .orElseThrow(
            () ->
                new Misuse(
                    "There is no client '%s'; choose %s.".formatted(word, Role.words(", "))));
  }

  private static String tenant(String word) {
    if (!Tenant.ALL.contains(word)) {
      throw new Misuse(
          "There is no tenant '%s'; choose %s.".formatted(word, String.join(", ", Tenant.ALL)));
    }
    return word;
  }

  /** Nothing asked for is not everything asked for. */
  private static String scope(String words) {
    String scope = words.strip().replaceAll("\\s+", " ");
    if (scope.isEmpty()) {
      throw new Misuse("'--scope' needs at least one scope.");
    }
    return scope;
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new Misuse("'%s' needs a value.".formatted(option));
    }
    return rest.next();
  }
}
