package io.holdfast.metrics.books;

import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.Amount;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * One month of the books: {@code start} plus its movements is {@link #end}.
 *
 * @param start MRR at the end of the month before
 */
public record BridgeRow(Amount start, PeriodMovements movements) {

  public YearMonth period() {
    return movements.period();
  }

  public Amount amount(MovementKind kind) {
    return movements.amounts().getOrDefault(kind, Amount.ZERO);
  }

  public Amount churn(ChurnKind kind) {
    return movements.churn().getOrDefault(kind, Amount.ZERO);
  }

  public int accounts(MovementKind kind) {
    return movements.accounts().getOrDefault(kind, 0);
  }

  public Amount change() {
    return movements.change();
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
