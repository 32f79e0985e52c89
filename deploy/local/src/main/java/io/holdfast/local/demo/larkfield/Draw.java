package io.holdfast.local.demo.larkfield;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats itself: the same seed and purpose draw the same numbers. */
final class Draw {

  private final SplittableRandom random;

  private Draw(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * Each purpose draws from its own stream, so that a change in one leaves the others as they were.
   */
  static Draw of(long seed, String... purpose) {
    long mixed = seed;
    for (String part : purpose) {
      for (int i = 0; i < part.length(); i++) {
        mixed = (mixed ^ part.charAt(i)) * 0x100000001b3L;
      }
      mixed = mixed * 31 + 7;
    }
    return new Draw(mixed);
  }

  /** From {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  LocalDate between(LocalDate first, LocalDate last) {
    return LocalDate.ofEpochDay(random.nextLong(first.toEpochDay(), last.toEpochDay() + 1));
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  double around(double mean, double deviation) {
    return random.nextGaussian(mean, deviation);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /**
   * Picks by weight: {@code weights.get(i)} is the relative frequency of {@code choices.get(i)}.
   */
  <T> T oneOf(List<T> choices, List<Double> weights) {
    double left = random.nextDouble() * weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < choices.size(); i++) {
      left -= weights.get(i);
      if (left < 0) {
        return choices.get(i);
      }
    }
    return choices.getLast();
  }

  <T> List<T> shuffled(List<T> things) {
    var copy = new java.util.ArrayList<>(things);
    for (int i = copy.size() - 1; i > 0; i--) {
      java.util.Collections.swap(copy, i, random.nextInt(i + 1));
    }
    return copy;
  }
}
