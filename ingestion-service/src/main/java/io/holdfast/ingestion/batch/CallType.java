package io.holdfast.ingestion.batch;

import java.util.Arrays;
import java.util.Optional;

/** The calls of the tracking API that are one event. */
public enum CallType {
  TRACK,
  IDENTIFY,
  GROUP,
  PAGE,
  SCREEN,
  ALIAS;

  public static Optional<CallType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
  }
}
