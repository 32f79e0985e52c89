package io.holdfast.scoring.signal;

import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.util.function.Supplier;

/** A number, with words and evidence that are made when they are asked for. */
record Told(BigDecimal value, Supplier<String> words, Supplier<Evidence> seen) implements Measured {

  static Told of(long value, Supplier<String> words, Supplier<Evidence> seen) {
    return new Told(BigDecimal.valueOf(value), words, seen);
  }

  static Told plain(BigDecimal value, Supplier<String> words, Supplier<Evidence> seen) {
    return new Told(Numbers.plain(value), words, seen);
  }

  @Override
  public String sentence() {
    return words.get();
  }

  @Override
  public Evidence evidence() {
    return seen.get();
  }
}
