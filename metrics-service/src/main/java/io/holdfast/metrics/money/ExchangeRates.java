package io.holdfast.metrics.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What other currencies are worth in the report currency, day by day. A day is valued at the latest
 * rate on or before it; where there is none, nothing is assumed.
 */
public final class ExchangeRates {

  private final CurrencyCode report;
  private final Map<CurrencyCode, NavigableMap<LocalDate, BigDecimal>> worth = new HashMap<>();

  /** A rate quoted the other way round serves by its inverse where the direct one is not given. */
  public ExchangeRates(CurrencyCode report, Collection<ExchangeRate> rates) {
    this.report = report;
    for (ExchangeRate rate : rates) {
      if (rate.base().equals(report)) {
        known(rate.quote()).put(rate.date(), inverse(rate.rate()));
      }
    }
    for (ExchangeRate rate : rates) {
      if (rate.quote().equals(report)) {
        known(rate.base()).put(rate.date(), rate.rate());
      }
    }
  }

  public static ExchangeRates none(CurrencyCode report) {
    return new ExchangeRates(report, List.of());
  }

  public CurrencyCode report() {
    return report;
  }

  public Optional<BigDecimal> on(LocalDate day, CurrencyCode currency) {
    if (currency.equals(report)) {
      return Optional.of(BigDecimal.ONE);
    }
    return rate(of(currency).floorEntry(day));
  }

  /**
   * For comparing two days at the rates of the earlier: the rate on that day, or the first one
   * after it where the currency was not in use yet.
   */
  public Optional<BigDecimal> onOrAfter(LocalDate day, CurrencyCode currency) {
    return on(day, currency).or(() -> rate(of(currency).higherEntry(day)));
  }

  public Optional<LocalDate> lastDate(CurrencyCode currency) {
    NavigableMap<LocalDate, BigDecimal> rates = of(currency);
    return rates.isEmpty() ? Optional.empty() : Optional.of(rates.lastKey());
  }

  private NavigableMap<LocalDate, BigDecimal> known(CurrencyCode currency) {
    return worth.computeIfAbsent(currency, _ -> new TreeMap<>());
  }

  private NavigableMap<LocalDate, BigDecimal> of(CurrencyCode currency) {
    return worth.getOrDefault(currency, Collections.emptyNavigableMap());
  }

  private static Optional<BigDecimal> rate(Map.@Nullable Entry<LocalDate, BigDecimal> entry) {
    return entry == null ? Optional.empty() : Optional.of(entry.getValue());
  }

  private static BigDecimal inverse(BigDecimal rate) {
    return BigDecimal.ONE.divide(rate, MathContext.DECIMAL64);
  }
}
