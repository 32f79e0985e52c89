package io.holdfast.scoring.backtest;

import io.holdfast.scoring.backtest.Report.Suggestion;
import io.holdfast.scoring.health.Apportionment;
import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.model.SignalRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weights that the outcomes suggest: in proportion to how far each AUC is above 0.5, drawn back
 * towards today's weights the fewer accounts left. What has no AUC to go by keeps its weight.
 *
 * @param strengths by the keys of axes and signals
 */
record Suggesting(ScoringModel model, Map<String, BigDecimal> strengths, int departedAccounts) {

  /** With so many departures, outcomes and today's weights count alike. */
  private static final int HALFWAY = 50;

  private static final BigDecimal ONE = new BigDecimal("1.000");
  private static final MathContext EXACT = MathContext.DECIMAL64;

  List<Suggestion> found() {
    List<Suggestion> suggestions = new ArrayList<>();
    List<BigDecimal> axes =
        suggested(
            model.axes().stream().map(Axis::weight).toList(),
            strengths(model.axes().stream().map(Axis::key).toList()));
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = model.axes().get(i);
      suggestions.add(new Suggestion(axis.key(), null, axis.weight(), axes.get(i)));
      suggestions.addAll(signals(axis));
    }
    return suggestions;
  }

  private List<Suggestion> signals(Axis axis) {
    List<BigDecimal> weights =
        suggested(
            axis.signals().stream().map(SignalRule::weight).toList(),
            strengths(axis.signals().stream().map(SignalRule::key).toList()));
    List<Suggestion> suggestions = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      SignalRule rule = axis.signals().get(i);
      suggestions.add(new Suggestion(axis.key(), rule.key(), rule.weight(), weights.get(i)));
    }
    return suggestions;
  }

  private List<@Nullable BigDecimal> strengths(List<String> keys) {
    List<@Nullable BigDecimal> found = new ArrayList<>();
    keys.forEach(key -> found.add(strengths.get(key)));
    return found;
  }

  /** Sums to 1 in thousandths. */
  private List<BigDecimal> suggested(List<BigDecimal> today, List<@Nullable BigDecimal> measured) {
    BigDecimal shared = BigDecimal.ZERO;
    BigDecimal strength = BigDecimal.ZERO;
    for (int i = 0; i < today.size(); i++) {
      BigDecimal one = measured.get(i);
      if (one != null) {
        shared = shared.add(today.get(i));
        strength = strength.add(one);
      }
    }
    List<BigDecimal> suggested = new ArrayList<>();
    for (int i = 0; i < today.size(); i++) {
      BigDecimal one = measured.get(i);
      BigDecimal weight = today.get(i);
      if (one == null || strength.signum() == 0) {
        suggested.add(weight);
      } else {
        BigDecimal told = shared.multiply(one).divide(strength, EXACT);
        suggested.add(weight.add(told.subtract(weight).multiply(trust(), EXACT)));
      }
    }
    return Apportionment.of(ONE, suggested);
  }

  private BigDecimal trust() {
    return BigDecimal.valueOf(departedAccounts)
        .divide(BigDecimal.valueOf(departedAccounts + HALFWAY), EXACT);
  }
}
