package io.holdfast.notification.channel;

import java.util.Locale;

/** The ways a message can leave. */
public enum ChannelType {
  EMAIL,
  SLACK,
  WEBHOOK;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ChannelType of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
