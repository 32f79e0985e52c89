package io.holdfast.scoring.change;

import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.model.SignalRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The score a model gives to signals' scores, unrounded: their mean by the weights that are left
 * when what is missing has given its weight to the others.
 */
record WeightedMean(ScoringModel model) {

  private static final MathContext EXACT = MathContext.DECIMAL128;

  /**
   * @param scores of the signals that have data, of one at least
   */
  BigDecimal of(Map<String, BigDecimal> scores) {
    BigDecimal mean = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> weight : weights(scores.keySet()).entrySet()) {
      mean = mean.add(weight.getValue().multiply(scores.get(weight.getKey())), EXACT);
    }
    return mean;
  }

  /** What each of the signals weighs when only these have data. */
  Map<String, BigDecimal> weights(Set<String> present) {
    BigDecimal covered = BigDecimal.ZERO;
    for (Axis axis : model.axes()) {
      covered = ofSignals(axis, present).signum() > 0 ? covered.add(axis.weight()) : covered;
    }
    Map<String, BigDecimal> weights = new HashMap<>();
    for (Axis axis : model.axes()) {
      BigDecimal inAxis = ofSignals(axis, present);
      for (SignalRule signal : axis.signals()) {
        if (present.contains(signal.key())) {
          weights.put(
              signal.key(),
              axis.weight().multiply(signal.weight()).divide(covered.multiply(inAxis), EXACT));
        }
      }
    }
    return weights;
  }

  private static BigDecimal ofSignals(Axis axis, Set<String> present) {
    return axis.signals().stream()
        .filter(signal -> present.contains(signal.key()))
        .map(SignalRule::weight)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
