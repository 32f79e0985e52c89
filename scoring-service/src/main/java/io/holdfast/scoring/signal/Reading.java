package io.holdfast.scoring.signal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What measuring a signal gave. */
public sealed interface Reading {

  /** The words are made when they are asked for: most readings are only scored. */
  non-sealed interface Measured extends Reading {

    /** In the signal's unit. */
    BigDecimal value();

    /** What the account's own past lets expect, where the signal has one. */
    default @Nullable BigDecimal baseline() {
      return null;
    }

    /** The number the signal's curve is drawn over. */
    default BigDecimal onCurve() {
      return value();
    }

    /** The reading in a few words, for beside the signal's name. */
    default String gist() {
      return sentence();
    }

    /** The reading for people, standing alone. */
    String sentence();

    Evidence evidence();
  }

  /** No data: its weight goes to the others. */
  record Missing(String why) implements Reading {}
}
