package io.holdfast.metrics.ledger;

import io.holdfast.metrics.billing.PastDue;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.MetricPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    PastDue pastDue = PastDue.of(history.invoices(), policy);
    Timeline timeline = new Timeline(history.paidSpans(policy), pastDue, rates);
    Optional<Booking> missing = missingRate(history.account(), timeline);
    if (missing.isPresent()) {
      return missing.get();
    }
    List<Movement> movements = new ArrayList<>();
    List<Balance> balances = new ArrayList<>();
    Valuation before = Valuation.NOTHING;
    boolean paidBefore = false;
    for (LocalDate day : timeline.days()) {
      Valuation after = Valuation.of(timeline.countedFrom(day), day, rates);
      Valuation revalued = Valuation.of(before.contracts(), day, rates);
      addFx(movements, day, before, revalued);
      addChange(movements, day, revalued, after, paidBefore, timeline);
      addBalances(balances, day, before, after);
      paidBefore |= after.total().isPositive();
      before = after;
    }
    List<Movement> classified = new ChurnReasons(history.outcomes()).classify(movements);
    return new Booking.Booked(history.account(), classified, balances);
  }

  private Optional<Booking> missingRate(AccountId account, Timeline timeline) {
    for (LocalDate day : timeline.days()) {
      Optional<CurrencyCode> missing = Valuation.unvalued(timeline.countedFrom(day), day, rates);
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
      Timeline timeline) {
    Amount change = after.total().minus(before.total());
    if (change.isZero()) {
      return;
    }
    MovementKind kind = kind(before.total(), after.total(), paidBefore);
    boolean churn = kind == MovementKind.CHURN;
    boolean recovered = kind == MovementKind.REACTIVATION && timeline.isPaidAfterAllOn(day);
    movements.add(
        new Movement(
            day,
            kind,
            change,
            churn ? ChurnReasons.derivedKind(timeline, day) : null,
            churn ? ChurnReasons.derivedReason(timeline, day) : null,
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
