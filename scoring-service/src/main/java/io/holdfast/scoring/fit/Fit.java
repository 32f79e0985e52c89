package io.holdfast.scoring.fit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How well a company fits.
 *
 * @param score 0.00 to 100.00; nothing, when nothing is known
 * @param coverage the share of the profile's weight that something is known of
 */
public record Fit(
    Optional<BigDecimal> score, FitVerdict verdict, BigDecimal coverage, List<FitReason> reasons) {

  public Fit {
    reasons = List.copyOf(reasons);
  }
}
