package io.holdfast.scoring.signal;

import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An amount of the last days against what the account's own past lets expect. */
interface AgainstBaseline extends Measured {

  int WEEK = 7;

  long amount();

  Baseline usual();

  LocalDate day();

  int days();

  @Override
  default BigDecimal value() {
    return BigDecimal.valueOf(amount());
  }

  @Override
  default BigDecimal baseline() {
    return usual().median();
  }

  @Override
  default BigDecimal onCurve() {
    return Numbers.ratio(value(), baseline());
  }

  /** The spans that the baseline is made of. */
  @Override
  default Evidence evidence() {
    String span = days() == WEEK ? "week" : "span";
    return new Evidence(
        day().minusDays(days() - 1L),
        day(),
        usual().spans().stream()
            .map(one -> new Item(span, one.from(), BigDecimal.valueOf(one.amount())))
            .toList());
  }
}
