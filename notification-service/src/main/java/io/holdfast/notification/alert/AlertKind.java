package io.holdfast.notification.alert;

import java.util.Locale;

/** Whether the customer may be deciding to leave, or a payment failed: told apart everywhere. */
public enum AlertKind {
  VOLUNTARY,
  INVOLUNTARY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AlertKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
