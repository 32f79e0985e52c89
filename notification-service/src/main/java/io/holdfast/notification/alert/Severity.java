package io.holdfast.notification.alert;

import java.util.Locale;

/** How urgent an alert is, mildest first. */
public enum Severity {
  NOTICE,
  WARNING,
  CRITICAL;

  public static Severity of(Band band) {
    return switch (band) {
      case HEALTHY, WATCH, UNKNOWN -> NOTICE;
      case AT_RISK -> WARNING;
      case CRITICAL -> CRITICAL;
    };
  }

  public boolean exceeds(Severity other) {
    return compareTo(other) > 0;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Severity of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
