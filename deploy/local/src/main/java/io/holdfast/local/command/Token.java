package io.holdfast.local.command;

import io.holdfast.local.Refusal;
import io.holdfast.local.access.Role;
import io.holdfast.local.access.Tenant;
import io.holdfast.local.access.WriteKeys;
import io.holdfast.local.platform.Instance;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;

/** Prints an access token, or a tracking write key, and nothing else. */
final class Token {

  private static final String USAGE =
      "usage: token [--client csm|manager|finance|billing|admin|partner] [--tenant demo|other]"
          + " [--scope \"...\"] [--write-key]";

  private final Instance instance;
  private final PrintStream out;

  Token(Instance instance, PrintStream out) {
    this.instance = instance;
    this.out = out;
  }

  int run(List<String> words) {
    Role role = Role.ADMIN;
    String tenant = Tenant.DEMO;
    String scope = "";
    boolean writeKey = false;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--client" -> role = role(value(rest, word));
        case "--tenant" -> tenant = tenant(value(rest, word));
        case "--scope" -> scope = value(rest, word);
        case "--write-key" -> writeKey = true;
        default -> throw new Refusal("'%s' is not known; %s".formatted(word, USAGE));
      }
    }
    out.println(writeKey ? writeKey(tenant) : instance.token(tenant, role, scope));
    return 0;
  }

  private String writeKey(String tenant) {
    return new WriteKeys(instance.gateway(), instance.state().secrets())
        .of(tenant, () -> instance.token(tenant, Role.ADMIN, ""));
  }

  private static Role role(String word) {
    try {
      return Role.ofWord(word);
    } catch (IllegalArgumentException e) {
      throw new Refusal("There is no client '%s'; choose %s.".formatted(word, Role.words()), e);
    }
  }

  private static String tenant(String word) {
    if (!Tenant.ALL.contains(word)) {
      throw new Refusal(
          "There is no tenant '%s'; choose %s.".formatted(word, String.join(", ", Tenant.ALL)));
    }
    return word;
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new Refusal("'%s' needs a value; %s".formatted(option, USAGE));
    }
    return rest.next();
  }
}
