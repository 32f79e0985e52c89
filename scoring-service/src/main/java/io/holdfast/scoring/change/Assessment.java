package io.holdfast.scoring.change;

import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.health.Health.AxisHealth;
import io.holdfast.scoring.health.Health.Overruled;
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

  /** Whether the signals give a score, whatever a person judged. */
  boolean isComputed() {
    return health.computedScore() != null;
  }

  /** What a person's judgement adds to the score that the signals give. */
  BigDecimal overridePoints() {
    return health.axes().stream()
        .filter(axis -> axis.key().equals(Health.OVERRIDE))
        .map(AxisHealth::points)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  String overrideSentence() {
    Overruled overruled = health.overruled();
    return overruled == null
        ? "no override"
        : "overridden to %s by %s: %s"
            .formatted(
                overruled.override().score(),
                overruled.override().by(),
                overruled.override().reason());
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
