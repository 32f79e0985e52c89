package io.holdfast.notification.web;

import io.holdfast.tenancy.Problem;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads filters that take one of a few words. */
final class Words {

  private Words() {}

  static @Nullable String oneOf(String name, @Nullable String text, Set<String> allowed) {
    if (text != null && !allowed.contains(text)) {
      throw Problem.badRequest(
          "invalid_" + name,
          "'" + name + "' is '" + text + "'; it must be one of " + new TreeSet<>(allowed));
    }
    return text;
  }
}
