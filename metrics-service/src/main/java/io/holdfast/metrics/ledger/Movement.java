package io.holdfast.metrics.ledger;

import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.money.Amount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger.
 *
 * @param amount signed, losses negative, in the report currency
 * @param churnKind only of a churn
 * @param reason of a churn, as recorded or as the policy found it
 * @param subscriptions whose worth changed on that day
 * @param recovered a reactivation by a payment that came after all
 * @param corrects only of a restatement
 */
public record Movement(
    LocalDate on,
    MovementKind kind,
    Amount amount,
    @Nullable ChurnKind churnKind,
    @Nullable String reason,
    List<SubscriptionId> subscriptions,
    boolean recovered,
    @Nullable Correction corrects) {

  public Movement {
    if (amount.isZero()) {
      throw new IllegalArgumentException("nothing moved");
    }
    boolean fits =
        switch (kind) {
          case NEW, REACTIVATION, EXPANSION -> amount.isPositive();
          case CONTRACTION, CHURN -> amount.isNegative();
          case FX, RESTATEMENT -> true;
        };
    if (!fits) {
      throw new IllegalArgumentException(kind + " of " + amount);
    }
    if ((kind == MovementKind.CHURN) != (churnKind != null)) {
      throw new IllegalArgumentException("a churn, and nothing else, is of a churn kind");
    }
    if ((kind == MovementKind.RESTATEMENT) != (corrects != null)) {
      throw new IllegalArgumentException("a restatement, and nothing else, corrects a period");
    }
    subscriptions = List.copyOf(subscriptions);
  }

  Movement classified(ChurnKind as, @Nullable String why) {
    return new Movement(on, kind, amount, as, why, subscriptions, recovered, corrects);
  }
}
