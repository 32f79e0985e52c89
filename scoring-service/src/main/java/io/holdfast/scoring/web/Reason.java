package io.holdfast.scoring.web;

import io.holdfast.tenancy.Problem;
import org.jspecify.annotations.Nullable;

/** Why somebody decided something, in a sentence. */
final class Reason {

  static final int LONGEST = 1000;

  private Reason() {}

  /**
   * @param say what it should say
   */
  static String given(@Nullable String reason, String say) {
    if (reason == null || reason.isBlank()) {
      throw Problem.unprocessable(
          "missing_reason", "'reason' is missing; say in a sentence " + say);
    }
    if (reason.length() > LONGEST || reason.indexOf(0) >= 0) {
      throw Problem.unprocessable(
          "invalid_reason",
          "'reason' has %d characters; it must have at most %d, none of them zero"
              .formatted(reason.length(), LONGEST));
    }
    return reason.strip();
  }
}
