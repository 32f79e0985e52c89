package io.holdfast.notification.alert;

import java.util.Locale;
import java.util.Optional;

/** How a person judged an alert when closing it. */
public enum Verdict {
  TRUE,
  FALSE,
  TOO_LATE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Verdict> of(String code) {
    for (Verdict verdict : values()) {
      if (verdict.code().equals(code)) {
        return Optional.of(verdict);
      }
    }
    return Optional.empty();
  }
}
