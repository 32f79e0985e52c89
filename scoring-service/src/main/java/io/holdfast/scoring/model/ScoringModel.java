package io.holdfast.scoring.model;

import io.holdfast.scoring.band.BandPolicy;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A published, immutable version of axes, signals, weights, curves and thresholds.
 *
 * @param coverageFloor share of the weight that must have data for a score to be given
 * @param journey how accounts are told to be on their way
 */
public record ScoringModel(
    String key,
    int version,
    String name,
    BigDecimal coverageFloor,
    BandPolicy bands,
    Prior prior,
    List<Axis> axes,
    JourneyRules journey) {

  /** Keys of entries among the axes that are no axes. */
  public static final Set<String> RESERVED = Set.of("override", "rollup");

  public ScoringModel {
    axes = List.copyOf(axes);
    BigDecimal sum = axes.stream().map(Axis::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException("The axes weigh " + sum + " together, not 1");
    }
    if (coverageFloor.signum() < 0 || coverageFloor.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("A coverage floor is a share, not " + coverageFloor);
    }
    Set<String> keys = new HashSet<>();
    for (Axis axis : axes) {
      refuseSecond(keys, axis.key());
      axis.signals().forEach(signal -> refuseSecond(keys, signal.key()));
    }
  }

  /** Key and version, as shown beside every score. */
  public String id() {
    return key + "-v" + version;
  }

  private static void refuseSecond(Set<String> keys, String key) {
    if (RESERVED.contains(key)) {
      throw new IllegalArgumentException("Key " + key + " is kept for what stands beside a model");
    }
    if (!keys.add(key)) {
      throw new IllegalArgumentException("Key " + key + " is used twice");
    }
  }
}
