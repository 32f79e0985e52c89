package io.holdfast.scoring.journey;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account asks for, by its risk, its opportunity and the value still to be had. */
public enum Segment {
  PROTECT,
  GROW,
  NURTURE,
  MONITOR;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Segment> of(String key) {
    return Stream.of(values()).filter(segment -> segment.key().equals(key)).findFirst();
  }
}
