package io.holdfast.metrics.books;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.Amount;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Sums the movements of one month as they come. */
final class PeriodTally {

  private final YearMonth period;
  private final Map<MovementKind, Amount> amounts = new EnumMap<>(MovementKind.class);
  private final Map<ChurnKind, Amount> churn = new EnumMap<>(ChurnKind.class);
  private final Map<MovementKind, Set<AccountId>> accounts = new EnumMap<>(MovementKind.class);

  PeriodTally(YearMonth period) {
    this.period = period;
  }

  void add(AccountMovement entry) {
    Movement movement = entry.movement();
    amounts.merge(movement.kind(), movement.amount(), Amount::plus);
    accounts.computeIfAbsent(movement.kind(), _ -> new HashSet<>()).add(entry.account());
    if (movement.churnKind() != null) {
      churn.merge(movement.churnKind(), movement.amount(), Amount::plus);
    }
  }

  PeriodMovements movements() {
    Map<MovementKind, Integer> counts = new EnumMap<>(MovementKind.class);
    accounts.forEach((kind, ids) -> counts.put(kind, ids.size()));
    return new PeriodMovements(period, amounts, churn, counts);
  }
}
