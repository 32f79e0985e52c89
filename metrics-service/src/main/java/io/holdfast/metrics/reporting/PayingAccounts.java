package io.holdfast.metrics.reporting;

import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.retention.AccountBalances;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** How many accounts had revenue at the end of each month. */
final class PayingAccounts {

  private final List<LocalDate> days;
  private final ExchangeRates rates;
  private final Integer[] counts;

  PayingAccounts(List<YearMonth> months, LocalDate today, ExchangeRates rates) {
    this.rates = rates;
    days =
        months.stream()
            .map(YearMonth::atEndOfMonth)
            .map(end -> end.isAfter(today) ? today : end)
            .toList();
    counts = new Integer[months.size()];
    Arrays.fill(counts, 0);
  }

  void add(AccountBalances account) {
    for (int i = 0; i < counts.length; i++) {
      LocalDate day = days.get(i);
      if (account.worth(day, day, rates).isPositive()) {
        counts[i]++;
      }
    }
  }

  List<Integer> counts() {
    return List.of(counts);
  }
}
