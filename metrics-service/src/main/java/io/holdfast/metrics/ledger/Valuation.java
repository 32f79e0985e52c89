package io.holdfast.metrics.ledger;

import io.holdfast.metrics.contract.PaidSpan;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What contracts are worth on a day, kept once per subscription. */
record Valuation(Map<SubscriptionId, PaidSpan> contracts, Map<SubscriptionId, Amount> worth) {

  static final Valuation NOTHING = new Valuation(Map.of(), Map.of());

  /**
   * With other contracts; of accounts of which nothing changes on the day, worth what they were.
   */
  Valuation with(
      Map<SubscriptionId, PaidSpan> next, LocalDate day, Timelines timelines, ExchangeRates rates) {
    TreeMap<SubscriptionId, Amount> valued = new TreeMap<>();
    for (PaidSpan span : next.values()) {
      Amount kept = timelines.changesOn(day, span) ? null : worth.get(span.subscription());
      valued.put(span.subscription(), kept == null ? converted(span, day, rates) : kept);
    }
    return new Valuation(next, valued);
  }

  /** The first currency in use that has no rate on the day. */
  static Optional<CurrencyCode> unvalued(
      Map<SubscriptionId, PaidSpan> contracts, LocalDate day, ExchangeRates rates) {
    return contracts.values().stream()
        .map(PaidSpan::currency)
        .filter(currency -> rates.on(day, currency).isEmpty())
        .min(CurrencyCode::compareTo);
  }

  Amount total() {
    return worth.values().stream().reduce(Amount.ZERO, Amount::plus);
  }

  NavigableMap<CurrencyCode, Amount> byCurrency() {
    NavigableMap<CurrencyCode, Amount> sums = new TreeMap<>();
    contracts.values().forEach(s -> sums.merge(s.currency(), s.monthly(), Amount::plus));
    return sums;
  }

  List<SubscriptionId> changedFrom(Valuation before) {
    TreeSet<SubscriptionId> ids = new TreeSet<>(before.worth.keySet());
    ids.addAll(worth.keySet());
    ids.removeIf(id -> Objects.equals(worth.get(id), before.worth.get(id)));
    return List.copyOf(ids);
  }

  private static Amount converted(PaidSpan span, LocalDate day, ExchangeRates rates) {
    return rates
        .on(day, span.currency())
        .map(rate -> Amount.kept(span.monthly().value().multiply(rate)))
        .orElseThrow();
  }
}
