package io.holdfast.scoring.model;

import io.holdfast.scoring.band.Band;
import java.math.BigDecimal;
import java.util.Map;

/** Churn probability assumed for each band until one is learnt. */
public record Prior(String label, int months, Map<Band, BigDecimal> probabilities) {

  public Prior {
    probabilities = Map.copyOf(probabilities);
    for (Band band : Band.values()) {
      BigDecimal probability = probabilities.get(band);
      if (probability == null
          || probability.signum() < 0
          || probability.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("Band " + band.key() + " has no probability of 0 to 1");
      }
    }
  }

  public BigDecimal of(Band band) {
    return probabilities.getOrDefault(band, BigDecimal.ZERO);
  }
}
