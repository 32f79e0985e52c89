package io.holdfast.notification.play;

import java.util.Locale;

/** Only a live play is set off. */
public enum PlayState {
  DRAFT,
  LIVE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PlayState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
