package io.holdfast.metrics.books;

import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.Amount;
import java.time.YearMonth;
import java.util.Map;

/**
 * The movements of one month, summed by class.
 *
 * @param amounts by class, losses negative
 * @param churn by kind; together the churn among the amounts
 * @param accounts how many accounts moved that way
 */
public record PeriodMovements(
    YearMonth period,
    Map<MovementKind, Amount> amounts,
    Map<ChurnKind, Amount> churn,
    Map<MovementKind, Integer> accounts) {

  public PeriodMovements {
    amounts = Map.copyOf(amounts);
    churn = Map.copyOf(churn);
    accounts = Map.copyOf(accounts);
  }

  /** What all of them together changed. */
  Amount change() {
    return amounts.values().stream().reduce(Amount.ZERO, Amount::plus);
  }
}
