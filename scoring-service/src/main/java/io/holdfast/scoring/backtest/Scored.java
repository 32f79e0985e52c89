package io.holdfast.scoring.backtest;

import io.holdfast.scoring.health.Scores;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores in hundredths of a point, 0 to 10000, in the order of the model; {@link #NONE} where there
 * was none.
 */
public record Scored(int score, List<Integer> axes, List<Integer> signals) {

  public static final int NONE = -1;
  static final int FULL = 10_000;

  public Scored {
    axes = List.copyOf(axes);
    signals = List.copyOf(signals);
    hundredths(score);
    axes.forEach(Scored::hundredths);
    signals.forEach(Scored::hundredths);
  }

  static Scored of(Scores scores) {
    return new Scored(
        hundredths(scores.score()),
        scores.axes().stream().map(Scored::hundredths).toList(),
        scores.signals().stream().map(Scored::hundredths).toList());
  }

  private static int hundredths(@Nullable BigDecimal score) {
    return score == null ? NONE : score.movePointRight(2).intValueExact();
  }

  private static void hundredths(int score) {
    if (score < NONE || score > FULL) {
      throw new IllegalArgumentException(
          "A score is 0 to 100 points, not " + score + " hundredths");
    }
  }
}
