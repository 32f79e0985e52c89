package io.holdfast.metrics.retention;

import io.holdfast.metrics.ledger.Balance;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What one account was worth, day by day. */
public final class AccountBalances {

  private final Map<CurrencyCode, NavigableMap<LocalDate, Amount>> byCurrency = new HashMap<>();

  public AccountBalances(Collection<Balance> balances) {
    for (Balance balance : balances) {
      byCurrency
          .computeIfAbsent(balance.currency(), _ -> new TreeMap<>())
          .put(balance.from(), balance.amount());
    }
  }

  /**
   * The worth at the end of a day in the report currency.
   *
   * @param ratesOf the day whose exchange rates are used, so that two days can be compared
   */
  public Amount worth(LocalDate day, LocalDate ratesOf, ExchangeRates rates) {
    Amount sum = Amount.ZERO;
    for (var entry : byCurrency.entrySet()) {
      Map.Entry<LocalDate, Amount> balance = entry.getValue().floorEntry(day);
      if (balance != null && balance.getValue().isPositive()) {
        sum = sum.plus(converted(balance.getValue(), entry.getKey(), ratesOf, rates));
      }
    }
    return sum;
  }

  private static Amount converted(
      Amount amount, CurrencyCode currency, LocalDate day, ExchangeRates rates) {
    return rates
        .onOrAfter(day, currency)
        .map(rate -> Amount.kept(amount.value().multiply(rate)))
        .orElseThrow(() -> new IllegalStateException("booked without a rate: " + currency));
  }
}
