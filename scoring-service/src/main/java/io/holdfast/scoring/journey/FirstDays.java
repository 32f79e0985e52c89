package io.holdfast.scoring.journey;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account's first days tell when they are looked at again.
 *
 * @param reached milestones, each on the first day that showed it
 * @param day90 score at the end of day 90; null when it is not over or too little was known
 */
public record FirstDays(List<Reached> reached, @Nullable BigDecimal day90) {

  public FirstDays {
    reached = List.copyOf(reached);
  }
}
