package io.holdfast.metrics.ledger;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.PaidSpan;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.MetricPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Derives an account's ledger from its history: a pure fold over the days on which something
 * changes, so neither the order in which facts arrived nor the day of the booking enters it. What
 * is agreed to happen is booked ahead on its own day.
 */
public final class BookKeeping {

  private final MetricPolicy policy;
  private final ExchangeRates rates;

  public BookKeeping(MetricPolicy policy, ExchangeRates rates) {
    this.policy = policy;
    this.rates = rates;
  }

  public Booking book(AccountHistory history) {
    Timelines timelines = Timelines.of(history, policy, rates);
    Optional<Booking> missing = missingRate(history.account(), timelines);
    if (missing.isPresent()) {
      return missing.get();
    }
    List<Movement> movements = new ArrayList<>();
    List<Balance> balances = new ArrayList<>();
    Valuation before = Valuation.NOTHING;
    boolean paidBefore = false;
    for (LocalDate day : timelines.days()) {
      Valuation after =
          before.with(timelines.countedFrom(day, before.contracts()), day, timelines, rates);
      Valuation revalued = before.with(before.contracts(), day, timelines, rates);
      addFx(movements, day, before, revalued);
      addChange(movements, day, revalued, after, paidBefore, timelines);
      addBalances(balances, day, before, after);
      paidBefore |= after.total().isPositive();
      before = after;
    }
    List<Movement> classified = new ChurnReasons(history.outcomes()).classify(movements);
    return new Booking.Booked(history.account(), classified, balances);
  }

  private Optional<Booking> missingRate(AccountId account, Timelines timelines) {
    Map<SubscriptionId, PaidSpan> counted = Map.of();
    for (LocalDate day : timelines.days()) {
      counted = timelines.countedFrom(day, counted);
      Optional<CurrencyCode> missing = Valuation.unvalued(counted, day, rates);
      if (missing.isPresent()) {
        return Optional.of(new Booking.RateMissing(account, missing.get(), day));
      }
    }
    return Optional.empty();
  }

  private static void addFx(
      List<Movement> movements, LocalDate day, Valuation before, Valuation revalued) {
    Amount fx = revalued.total().minus(before.total());
    if (!fx.isZero()) {
      movements.add(
          new Movement(
              day, MovementKind.FX, fx, null, null, revalued.changedFrom(before), false, null));
    }
  }

  private static void addChange(
      List<Movement> movements,
      LocalDate day,
      Valuation before,
      Valuation after,
      boolean paidBefore,
      Timelines timelines) {
    Amount change = after.total().minus(before.total());
    if (change.isZero()) {
      return;
    }
    MovementKind kind = kind(before.total(), after.total(), paidBefore);
    boolean churn = kind == MovementKind.CHURN;
    boolean recovered = kind == MovementKind.REACTIVATION && timelines.isPaidAfterAllOn(day);
    movements.add(
        new Movement(
            day,
            kind,
            change,
            churn ? ChurnReasons.derivedKind(timelines, day) : null,
            churn ? ChurnReasons.derivedReason(timelines, day) : null,
            after.changedFrom(before),
            recovered,
            null));
  }

  private static MovementKind kind(Amount before, Amount after, boolean paidBefore) {
    if (before.isZero()) {
      return paidBefore ? MovementKind.REACTIVATION : MovementKind.NEW;
    }
    if (after.isZero()) {
      return MovementKind.CHURN;
    }
    return after.compareTo(before) > 0 ? MovementKind.EXPANSION : MovementKind.CONTRACTION;
  }

  private static void addBalances(
      List<Balance> balances, LocalDate day, Valuation before, Valuation after) {
    NavigableMap<CurrencyCode, Amount> old = before.byCurrency();
    NavigableMap<CurrencyCode, Amount> now = after.byCurrency();
    TreeSet<CurrencyCode> currencies = new TreeSet<>(old.keySet());
    currencies.addAll(now.keySet());
    for (CurrencyCode currency : currencies) {
      Amount amount = now.getOrDefault(currency, Amount.ZERO);
      if (!amount.equals(old.getOrDefault(currency, Amount.ZERO))) {
        balances.add(new Balance(day, currency, amount));
      }
    }
  }
}
