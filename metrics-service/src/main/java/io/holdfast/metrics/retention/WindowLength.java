package io.holdfast.metrics.retention;

import java.util.Optional;
import java.util.stream.Stream;

/** Over how long a cohort is watched. */
public enum WindowLength {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  WindowLength(int months) {
    this.months = months;
  }

  /** Named by its months: {@code 12m}. */
  public static Optional<WindowLength> named(String name) {
    return Stream.of(values()).filter(length -> length.toString().equals(name)).findFirst();
  }

  int months() {
    return months;
  }

  @Override
  public String toString() {
    return months + "m";
  }
}
