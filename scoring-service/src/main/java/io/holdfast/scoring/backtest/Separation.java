package io.holdfast.scoring.backtest;

import java.util.Arrays;
import java.util.Optional;

/**
 * How well low scores tell who leaves: the exact AUC, and its interval by resampling. Weeks are
 * counted by their score and added in any order; a score nobody had takes no memory, and all 10,001
 * of them take at most 8 MB for those who stay and as much again for each kind of leaving.
 */
final class Separation {

  private static final double TAIL = 0.025;

  private final int unit;
  private final int columns;
  private final Histogram staying;
  private final Histogram leavingSoon;
  private final Histogram leavingLater;

  private Separation(int unit, int columns) {
    this.unit = unit;
    this.columns = columns;
    this.staying = new Histogram(columns);
    this.leavingSoon = new Histogram(columns);
    this.leavingLater = new Histogram(columns);
  }

  static Separation resampled() {
    return new Separation(1, Resampling.REPLICATES + 1);
  }

  /** In tenths of a point, for where there may be many of it. */
  static Separation coarse() {
    return new Separation(10, Resampling.REPLICATES + 1);
  }

  /** Without an interval. */
  static Separation plain() {
    return new Separation(1, 1);
  }

  /**
   * @param weights of the account, as {@link Resampling} gives them
   */
  void add(int score, AccountWeek week, int[] weights) {
    if (score == Scored.NONE || !week.isDecided()) {
      return;
    }
    Histogram kind = week.leavesSoon() ? leavingSoon : week.leaves() ? leavingLater : staying;
    kind.add(score / unit, weights);
  }

  /** Empty when nobody left or nobody stayed. */
  Optional<Auc> auc() {
    return auc(leavingSoon, leavingLater);
  }

  /** Of the last two weeks before leaving alone. */
  Optional<Auc> soon() {
    return auc(leavingSoon);
  }

  /** Of earlier weeks before leaving alone. */
  Optional<Auc> later() {
    return auc(leavingLater);
  }

  private Optional<Auc> auc(Histogram... leaving) {
    long[] stayed = new long[columns];
    long[] left = new long[columns];
    long[] doubled = new long[columns];
    for (int score = Scored.FULL / unit; score >= 0; score--) {
      int[] stay = staying.at(score);
      for (Histogram kind : leaving) {
        int[] leave = kind.at(score);
        if (leave != null) {
          for (int i = 0; i < columns; i++) {
            left[i] += leave[i];
            doubled[i] += leave[i] * (2 * stayed[i] + (stay == null ? 0 : stay[i]));
          }
        }
      }
      if (stay != null) {
        for (int i = 0; i < columns; i++) {
          stayed[i] += stay[i];
        }
      }
    }
    if (left[0] == 0 || stayed[0] == 0) {
      return Optional.empty();
    }
    double[] replicates = new double[columns];
    int drawn = 0;
    for (int i = 1; i < columns; i++) {
      if (left[i] > 0 && stayed[i] > 0) {
        replicates[drawn++] = ratio(doubled[i], left[i], stayed[i]);
      }
    }
    return Optional.of(
        interval(ratio(doubled[0], left[0], stayed[0]), Arrays.copyOf(replicates, drawn)));
  }

  private static double ratio(long doubled, long left, long stayed) {
    return doubled / (2.0 * left * stayed);
  }

  /** Without one when most replicates have nobody who leaves, or nobody who stays. */
  private Auc interval(double value, double[] replicates) {
    if (columns == 1 || 2 * replicates.length < columns) {
      return new Auc(Shares.rounded(value), null, null);
    }
    Arrays.sort(replicates);
    int tail = (int) (TAIL * replicates.length);
    double low = Math.min(value, replicates[tail]);
    double high = Math.max(value, replicates[replicates.length - 1 - tail]);
    return new Auc(Shares.rounded(value), Shares.rounded(low), Shares.rounded(high));
  }
}
