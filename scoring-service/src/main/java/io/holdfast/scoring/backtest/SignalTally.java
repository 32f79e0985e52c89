package io.holdfast.scoring.backtest;

import io.holdfast.scoring.backtest.Report.SignalFinding;
import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.SignalRule;

/** One signal over all account-weeks. */
final class SignalTally {

  private final Axis axis;
  private final SignalRule rule;
  private final Separation then = Separation.resampled();
  private final Separation now = Separation.plain();
  private long weeks;
  private long withData;

  SignalTally(Axis axis, SignalRule rule) {
    this.axis = axis;
    this.rule = rule;
  }

  void add(AccountWeek week, int place, int[] weights) {
    int score = week.then().signals().get(place);
    weeks++;
    withData += score == Scored.NONE ? 0 : 1;
    then.add(score, week, weights);
    now.add(week.now().signals().get(place), week, weights);
  }

  SignalFinding found() {
    return new SignalFinding(
        rule.key(),
        rule.name(),
        axis.key(),
        Shares.of(withData, weeks),
        then.auc().orElse(null),
        then.soon().orElse(null),
        then.later().orElse(null),
        now.auc().orElse(null));
  }
}
