package io.holdfast.metrics.books;

import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.Amount;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * One month of the books.
 *
 * @param amounts by class, losses negative
 * @param churn by kind; together the churn among the amounts
 * @param accounts how many accounts moved that way
 */
public record BridgeRow(
    YearMonth period,
    Amount start,
    Map<MovementKind, Amount> amounts,
    Map<ChurnKind, Amount> churn,
    Map<MovementKind, Integer> accounts) {

  public BridgeRow {
    amounts = Map.copyOf(amounts);
    churn = Map.copyOf(churn);
    accounts = Map.copyOf(accounts);
  }

  public Amount amount(MovementKind kind) {
    return amounts.getOrDefault(kind, Amount.ZERO);
  }

  public Amount churn(ChurnKind kind) {
    return churn.getOrDefault(kind, Amount.ZERO);
  }

  public int accounts(MovementKind kind) {
    return accounts.getOrDefault(kind, 0);
  }

  public Amount change() {
    return amounts.values().stream().reduce(Amount.ZERO, Amount::plus);
  }

  public Amount end() {
    return start.plus(change());
  }

  /** (new + reactivation + expansion) ÷ (contraction + churn); empty when nothing was lost. */
  public Optional<BigDecimal> quickRatio() {
    Amount won =
        amount(MovementKind.NEW)
            .plus(amount(MovementKind.REACTIVATION))
            .plus(amount(MovementKind.EXPANSION));
    Amount lost = amount(MovementKind.CONTRACTION).plus(amount(MovementKind.CHURN)).negated();
    return lost.isZero() ? Optional.empty() : Optional.of(won.ratioTo(lost));
  }
}
