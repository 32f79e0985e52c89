package io.holdfast.metrics.retention;

import io.holdfast.metrics.money.ExchangeRates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Retention month by month, each over a window of some months that ends with it. */
public final class RetentionSeries {

  /** One month's answer. */
  public record Point(YearMonth period, Retention retention) {}

  private final List<YearMonth> months;
  private final List<Window> windows;
  private final LocalDate asOf;
  private final ExchangeRates rates;
  private final Retention[] tallies;

  public RetentionSeries(
      List<YearMonth> months, WindowLength length, LocalDate asOf, ExchangeRates rates) {
    this.months = List.copyOf(months);
    this.asOf = asOf;
    this.rates = rates;
    windows = months.stream().map(month -> Window.endingWith(month, length, asOf)).toList();
    tallies = new Retention[months.size()];
    Arrays.fill(tallies, Retention.NONE);
  }

  /** The first day on which a balance is asked for. */
  public LocalDate opens() {
    return windows.isEmpty() ? asOf : windows.getFirst().opens();
  }

  public void add(AccountBalances account) {
    for (int i = 0; i < tallies.length; i++) {
      Window window = windows.get(i);
      tallies[i] =
          tallies[i].with(
              account.worth(window.opens(), window.opens(), rates),
              account.worth(window.closes(), window.opens(), rates));
    }
  }

  public List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < tallies.length; i++) {
      points.add(new Point(months.get(i), tallies[i]));
    }
    return points;
  }
}
