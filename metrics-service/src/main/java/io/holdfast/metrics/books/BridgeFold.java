package io.holdfast.metrics.books;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.money.Amount;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a bridge of movements in any order. What moved before the first month is its start; what is
 * booked ahead of the day is not in it yet.
 */
public final class BridgeFold {

  private final PeriodRange range;
  private final LocalDate asOf;
  private final Map<YearMonth, PeriodTally> months;
  private Amount start = Amount.ZERO;

  public BridgeFold(PeriodRange range, LocalDate asOf) {
    this.range = range;
    this.asOf = asOf;
    months =
        range.begunBy(asOf).stream()
            .collect(toMap(identity(), PeriodTally::new, (a, _) -> a, LinkedHashMap::new));
  }

  public void add(AccountMovement entry) {
    Movement movement = entry.movement();
    if (movement.on().isAfter(asOf)) {
      return;
    }
    PeriodTally month = months.get(YearMonth.from(movement.on()));
    if (month != null) {
      month.add(entry);
    } else if (movement.on().isBefore(range.firstDay())) {
      start = start.plus(movement.amount());
    }
  }

  public Bridge bridge() {
    return Bridge.over(start, months.values().stream().map(PeriodTally::movements).toList());
  }
}
