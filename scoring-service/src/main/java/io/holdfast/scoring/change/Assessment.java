package io.holdfast.scoring.change;

import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.health.Health.SignalHealth;
import io.holdfast.scoring.model.ScoringModel;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The health of an account, and the model it was scored by. */
public record Assessment(Health health, ScoringModel model) {

  boolean isScored() {
    return health.score() != null;
  }

  /** The signals that have data, by their keys. */
  Map<String, SignalHealth> signals() {
    return health.axes().stream()
        .flatMap(axis -> axis.signals().stream())
        .collect(Collectors.toMap(SignalHealth::key, one -> one, (one, _) -> one, TreeMap::new));
  }

  Map<String, BigDecimal> scores() {
    Map<String, BigDecimal> scores = new TreeMap<>();
    signals().forEach((key, signal) -> scores.put(key, signal.score()));
    return scores;
  }
}
