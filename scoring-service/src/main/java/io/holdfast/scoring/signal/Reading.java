package io.holdfast.scoring.signal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What measuring a signal gave. */
public sealed interface Reading {

  /**
   * @param value in the signal's unit
   * @param baseline what the account's own past lets expect, where the signal has one
   * @param onCurve the number its curve is drawn over
   * @param gist the reading in a few words, for beside the signal's name
   * @param sentence the reading for people, standing alone
   */
  record Measured(
      BigDecimal value,
      @Nullable BigDecimal baseline,
      BigDecimal onCurve,
      String gist,
      String sentence,
      Evidence evidence)
      implements Reading {}

  /** No data: its weight goes to the others. */
  record Missing(String why) implements Reading {}
}
