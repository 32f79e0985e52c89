package io.holdfast.notification.web;

import io.holdfast.tenancy.Problem;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads filters. */
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

  /** A text to compare with; PostgreSQL's cannot hold a zero character. */
  static @Nullable String plain(String name, @Nullable String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw Problem.badRequest("invalid_" + name, "'" + name + "' holds a zero character");
    }
    return text;
  }
}
