package io.holdfast.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Prints one line a figure, as a row of a table in Markdown. */
public final class Report {

  Report() {
    System.out.println("| what | ours | beside it | ratio | wanted |");
    System.out.println("|---|---|---|---|---|");
  }

  /** Medians of figures taken in turn, and the median of their ratios. */
  public void ratio(String what, String unit, double[] ours, double[] theirs, String wanted) {
    double[] ratios = new double[ours.length];
    for (int i = 0; i < ours.length; i++) {
      ratios[i] = ours[i] / theirs[i];
    }
    line(
        what,
        "%,.0f %s".formatted(median(ours), unit),
        "%,.0f %s".formatted(median(theirs), unit),
        "%.2f (%.2f–%.2f)"
            .formatted(
                median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow()),
        wanted);
  }

  public void line(String what, String ours, String beside, String ratio, String wanted) {
    System.out.println("| " + String.join(" | ", what, ours, beside, ratio, wanted) + " |");
  }

  public static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  public static String milliseconds(double value) {
    return String.format(Locale.ROOT, "%.1f ms", value);
  }
}
