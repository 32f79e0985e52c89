package io.holdfast.scoring.backtest;

import io.holdfast.scoring.backtest.Report.Decile;
import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.model.Prior;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The probability that the model's bands promise beside what happened, by tenths of the weeks in
 * order of their score; equal scores stay together.
 */
final class Calibration {

  private static final int PARTS = 10;
  private static final int BANDS = Band.values().length;
  private static final double DAYS_OF_A_MONTH = 365.25 / 12;

  private final double[] promised = new double[BANDS];
  private final SortedMap<Integer, long[]> bandsOfScore = new TreeMap<>();
  private final long[] leavingOfScore = new long[Scored.FULL + 1];
  private long all;

  Calibration(Prior prior, int horizonDays) {
    for (Band band : Band.values()) {
      promised[band.ordinal()] =
          within(prior.of(band).doubleValue(), horizonDays / (prior.months() * DAYS_OF_A_MONTH));
    }
  }

  /** At a constant rate, in a part of the time that the probability is for. */
  private static double within(double probability, double part) {
    return 1 - Math.pow(1 - probability, part);
  }

  void add(AccountWeek week, Band band) {
    int score = week.then().score();
    if (score == Scored.NONE || !week.horizonOver()) {
      return;
    }
    long[] bands = bandsOfScore.computeIfAbsent(score, _ -> new long[BANDS]);
    bands[band.ordinal()]++;
    leavingOfScore[score] += week.leaves() ? 1 : 0;
    all++;
  }

  /** Lowest scores first. */
  List<Decile> found() {
    List<Decile> deciles = new ArrayList<>();
    Part part = new Part();
    long passed = 0;
    long next = 1;
    for (var ofScore : bandsOfScore.entrySet()) {
      int score = ofScore.getKey();
      part.add(score, ofScore.getValue(), leavingOfScore[score]);
      if (PARTS * (passed + part.weeks) >= all * next) {
        passed += part.weeks;
        next = PARTS * passed / all + 1;
        deciles.add(part.decile());
        part = new Part();
      }
    }
    return deciles;
  }

  private final class Part {
    private final long[] bands = new long[BANDS];
    private int from = Scored.NONE;
    private int to;
    private long weeks;
    private long leaving;

    void add(int score, long[] more, long left) {
      from = from == Scored.NONE ? score : from;
      to = score;
      leaving += left;
      for (int band = 0; band < BANDS; band++) {
        bands[band] += more[band];
        weeks += more[band];
      }
    }

    Decile decile() {
      double sum = 0;
      for (int band = 0; band < BANDS; band++) {
        sum += bands[band] * promised[band];
      }
      return new Decile(
          BigDecimal.valueOf(from, 2),
          BigDecimal.valueOf(to, 2),
          weeks,
          Shares.rounded(sum / weeks),
          Shares.ofSome(leaving, weeks));
    }
  }
}
