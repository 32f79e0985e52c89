package io.holdfast.scoring.health;

import io.holdfast.scoring.band.BandState;
import java.math.BigDecimal;
import java.util.List;

/** Counts how often the band changes over daily scores, given in hundredths. */
final class BandFlaps {

  private BandFlaps() {}

  static int transitions(List<Integer> scores) {
    BandState state = BandState.BEGINNING;
    int transitions = -1;
    for (int day = 0; day < scores.size(); day++) {
      BandState next =
          AccountFixture.ENTERPRISE
              .bands()
              .after(state, AccountFixture.noon(day), BigDecimal.valueOf(scores.get(day), 2));
      transitions += next.band() == state.band() ? 0 : 1;
      state = next;
    }
    return transitions;
  }
}
