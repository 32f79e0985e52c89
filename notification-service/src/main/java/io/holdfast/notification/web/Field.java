package io.holdfast.notification.web;

import io.holdfast.tenancy.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request's body, or says which one is wrong and what to do. */
final class Field {

  private Field() {}

  /** A text of one line that must be there. */
  static String line(String name, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      throw wrong("invalid_" + name, name, "'" + name + "' is needed");
    }
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(
          "invalid_" + name,
          name,
          "'" + name + "' must be one line of " + longest + " characters at most");
    }
    return text.strip();
  }

  static Problem wrong(String code, String field, String detail) {
    return Problem.unprocessable(code, detail).with("field", field);
  }
}
