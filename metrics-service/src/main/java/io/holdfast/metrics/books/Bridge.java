package io.holdfast.metrics.books;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.money.Amount;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From the revenue at the start of each month over its movements to the revenue at its end. What
 * moved before the first month is its start; what is booked ahead of the day is not in it yet.
 */
public final class Bridge {

  private final List<YearMonth> months;
  private final LocalDate asOf;
  private final Map<YearMonth, PeriodMovements> movements;
  private Amount start = Amount.ZERO;

  public Bridge(PeriodRange range, LocalDate asOf) {
    this.asOf = asOf;
    months = range.begunBy(asOf);
    movements = months.stream().collect(toMap(identity(), _ -> new PeriodMovements()));
  }

  public void add(AccountMovement entry) {
    Movement movement = entry.movement();
    if (months.isEmpty() || movement.on().isAfter(asOf)) {
      return;
    }
    YearMonth month = YearMonth.from(movement.on());
    PeriodMovements period = movements.get(month);
    if (period != null) {
      period.add(entry);
    } else if (month.isBefore(months.getFirst())) {
      start = start.plus(movement.amount());
    }
  }

  public List<BridgeRow> rows() {
    List<BridgeRow> rows = new ArrayList<>();
    Amount balance = start;
    for (YearMonth month : months) {
      PeriodMovements period = movements.getOrDefault(month, new PeriodMovements());
      BridgeRow row = period.between(month, balance);
      rows.add(row);
      balance = row.end();
    }
    return rows;
  }
}
