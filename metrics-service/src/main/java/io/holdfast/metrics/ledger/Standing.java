package io.holdfast.metrics.ledger;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.contract.Renewal;
import io.holdfast.metrics.contract.Subscription;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.policy.MetricPolicy;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account is worth on a day, and when it is up for renewal next.
 *
 * @param renewsOn the earliest renewal among its live contracts; passed for one that nobody has
 *     decided on; null when none is known
 */
public record Standing(
    AccountId account, Amount mrr, CurrencyCode currency, @Nullable LocalDate renewsOn) {

  private static final int MONTHS = 12;

  public static Standing on(
      LocalDate day,
      Booking.Booked booked,
      AccountHistory history,
      CurrencyCode currency,
      MetricPolicy policy) {
    Amount mrr =
        booked.movements().stream()
            .filter(movement -> !movement.on().isAfter(day))
            .map(Movement::amount)
            .reduce(Amount.ZERO, Amount::plus);
    LocalDate renewsOn =
        history.subscriptions().stream()
            .map(subscription -> live(subscription, day, policy))
            .flatMap(Optional::stream)
            .filter(phase -> history.whose().is(phase.account()))
            .map(phase -> renewal(phase, day))
            .filter(Objects::nonNull)
            .min(LocalDate::compareTo)
            .orElse(null);
    return new Standing(history.account(), mrr, currency, renewsOn);
  }

  public Amount arr() {
    return mrr.times(MONTHS);
  }

  private static Optional<Phase> live(
      Subscription subscription, LocalDate day, MetricPolicy policy) {
    return subscription
        .phaseOn(day)
        .filter(phase -> subscription.stateOf(phase, day, policy).isUnderContract());
  }

  /**
   * A contract that is to end, or went on by itself without anybody telling until when, has none.
   */
  private static @Nullable LocalDate renewal(Phase phase, LocalDate day) {
    Renewal renewal = phase.renewal();
    LocalDate on = renewal.on();
    if (on == null || phase.endsOn() != null) {
      return null;
    }
    boolean passed = on.isBefore(day);
    return passed && renewal.decisionDueOn() == null ? null : on;
  }
}
