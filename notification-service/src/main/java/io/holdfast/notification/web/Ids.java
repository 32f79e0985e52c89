package io.holdfast.notification.web;

import io.holdfast.tenancy.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads ids from addresses. */
final class Ids {

  private Ids() {}

  /** An id in a path; what is none belongs to nothing, so it is not found. */
  static UUID inPath(String what, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw missing(what, text);
    }
  }

  /** An id in a query, where it is optional. */
  static @Nullable UUID inQuery(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw Problem.badRequest(
          "invalid_" + name, "'" + name + "' is '" + text + "'; it must be an id");
    }
  }

  static Problem missing(String what, String id) {
    return Problem.notFound(what + "_not_found", "There is no " + what + " " + id + ".");
  }
}
