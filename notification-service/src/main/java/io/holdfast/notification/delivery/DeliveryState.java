package io.holdfast.notification.delivery;

import java.util.Locale;

/** Where a delivery stands. A dead one can be sent again by a person. */
public enum DeliveryState {
  PENDING,
  DELIVERED,
  DEAD;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static DeliveryState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
