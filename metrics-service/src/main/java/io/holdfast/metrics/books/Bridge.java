package io.holdfast.metrics.books;

import io.holdfast.metrics.money.Amount;
import java.util.ArrayList;
import java.util.List;

/**
 * From the revenue at the start of each month over its movements to the revenue at its end, which
 * is the next start.
 */
public record Bridge(List<BridgeRow> rows) {

  public Bridge {
    rows = List.copyOf(rows);
  }

  /**
   * @param start what all that moved before the first month sums to
   * @param months one after the other, also those in which nothing moved
   */
  public static Bridge over(Amount start, List<PeriodMovements> months) {
    List<BridgeRow> rows = new ArrayList<>();
    Amount balance = start;
    for (PeriodMovements month : months) {
      BridgeRow row = new BridgeRow(balance, month);
      rows.add(row);
      balance = row.end();
    }
    return new Bridge(rows);
  }
}
