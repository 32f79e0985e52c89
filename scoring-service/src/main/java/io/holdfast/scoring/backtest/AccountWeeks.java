package io.holdfast.scoring.backtest;

import io.holdfast.scoring.picture.KnownPicture.Assumed;
import java.util.List;

/** The weeks of one account in which it was a customer, ascending. */
public record AccountWeeks(String account, List<AccountWeek> weeks, Assumed assumed) {

  public AccountWeeks {
    weeks = List.copyOf(weeks);
    for (int i = 1; i < weeks.size(); i++) {
      if (weeks.get(i).week() <= weeks.get(i - 1).week()) {
        throw new IllegalArgumentException("The weeks of " + account + " do not ascend");
      }
    }
  }
}
