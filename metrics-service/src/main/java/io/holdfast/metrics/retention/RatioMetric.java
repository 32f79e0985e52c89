package io.holdfast.metrics.retention;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** What became of a cohort, as one ratio. */
public enum RatioMetric {
  NRR("nrr", Retention::nrr),
  GRR("grr", Retention::grr),
  LOGO_RETENTION("logo-retention", Retention::logoRetention),
  CUSTOMER_CHURN("customer-churn", Retention::customerChurn);

  private final String key;
  private final Function<Retention, Optional<BigDecimal>> ratio;

  RatioMetric(String key, Function<Retention, Optional<BigDecimal>> ratio) {
    this.key = key;
    this.ratio = ratio;
  }

  public String key() {
    return key;
  }

  /** Empty when the cohort is. */
  public Optional<BigDecimal> of(Retention retention) {
    return ratio.apply(retention);
  }
}
