package io.holdfast.notification.alert;

import java.util.Locale;

/** Open until a person or the account's recovery closes it. */
public enum AlertState {
  OPEN,
  ACKNOWLEDGED,
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AlertState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
