package io.holdfast.scoring.value;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account among its peers. Of the peers nothing is told but how many there are, and of each
 * measure which share of them has less.
 */
public record Comparison(PeerGroup.Basis basis, List<Placed> places) {

  /** Percentiles are told in steps of this many points. */
  public static final int STEP = 10;

  /**
   * @param value of the account itself; null when it cannot be measured
   * @param peers how many have the measure; 0 when they are too few
   * @param percentile share of the peers with less, of those with the same half; null when not told
   * @param why what keeps it from being told
   */
  public record Placed(
      AdoptionMeasure measure,
      @Nullable BigDecimal value,
      int peers,
      @Nullable Integer percentile,
      @Nullable String why) {}

  static Comparison of(AdoptionTally own, PeerGroup group, int coreFeatures) {
    return new Comparison(
        group.basis(),
        Arrays.stream(AdoptionMeasure.values())
            .map(measure -> placed(measure, own, group, coreFeatures))
            .toList());
  }

  private static Placed placed(
      AdoptionMeasure measure, AdoptionTally own, PeerGroup group, int coreFeatures) {
    BigDecimal value = measure.of(own, coreFeatures);
    if (value == null) {
      return new Placed(measure, null, 0, null, "There is nothing to measure here yet");
    }
    List<BigDecimal> others =
        group.peers().stream()
            .map(peer -> measure.of(peer, coreFeatures))
            .filter(Objects::nonNull)
            .toList();
    if (others.size() < PeerGroup.FEWEST) {
      return new Placed(measure, value, 0, null, "Fewer than %d peers".formatted(PeerGroup.FEWEST));
    }
    return new Placed(measure, value, others.size(), percentile(value, others), null);
  }

  private static int percentile(BigDecimal value, List<BigDecimal> others) {
    long halves =
        others.stream().mapToLong(other -> 1 + Integer.signum(value.compareTo(other))).sum();
    double share = (double) halves / (2L * others.size());
    return (int) Math.round(share * 100 / STEP) * STEP;
  }
}
