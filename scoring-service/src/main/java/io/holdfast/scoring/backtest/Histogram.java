package io.holdfast.scoring.backtest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weeks by their score, once for each column of weights; a score that nobody had takes no room. */
final class Histogram {

  private final int columns;
  private final Map<Integer, int[]> counts = new HashMap<>();

  Histogram(int columns) {
    this.columns = columns;
  }

  void add(int score, int[] weights) {
    int[] row = counts.computeIfAbsent(score, _ -> new int[columns]);
    for (int i = 0; i < columns; i++) {
      row[i] += weights[i];
    }
  }

  int @Nullable [] at(int score) {
    return counts.get(score);
  }
}
