package io.holdfast.scoring.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something measured that should reach a number, stay within one, or both. What is measured against
 * an account's own baseline is compared by its ratio to it.
 */
public record Criterion(
    String name, Measure measure, @Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {

  public Criterion {
    if (atLeast == null && atMost == null) {
      throw new IllegalArgumentException("A criterion says 'atLeast', 'atMost' or both");
    }
    if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
      throw new IllegalArgumentException(
          "Nothing is at least %s and at most %s".formatted(atLeast, atMost));
    }
  }

  public boolean isMetBy(BigDecimal number) {
    return (atLeast == null || number.compareTo(atLeast) >= 0)
        && (atMost == null || number.compareTo(atMost) <= 0);
  }
}
