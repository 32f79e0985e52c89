package io.holdfast.metrics.ledger;

import java.time.YearMonth;
import java.util.List;

/**
 * What a restatement puts right.
 *
 * @param period the closed month it concerns
 * @param facts the ids of the messages about the account that came after it was closed
 */
public record Correction(YearMonth period, List<String> facts) {

  public Correction {
    facts = List.copyOf(facts);
  }
}
