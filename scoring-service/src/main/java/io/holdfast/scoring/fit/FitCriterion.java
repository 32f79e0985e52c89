package io.holdfast.scoring.fit;

import java.math.BigDecimal;

/**
 * One thing that is wanted of a customer.
 *
 * @param weight a share; those of a profile sum to 1
 * @param required a company that is known not to meet it is a bad fit, whatever else it meets
 */
public record FitCriterion(
    String key, Attribute attribute, Requirement requirement, BigDecimal weight, boolean required) {

  public FitCriterion {
    if (weight.signum() <= 0 || weight.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("A weight must be above 0 and at most 1");
    }
  }
}
