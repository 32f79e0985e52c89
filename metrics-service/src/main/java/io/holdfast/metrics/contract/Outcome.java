package io.holdfast.metrics.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody recorded about how a contract ended or went on. */
public record Outcome(Kind kind, LocalDate happenedOn, @Nullable String reason) {

  public enum Kind {
    VOLUNTARY_CHURN,
    INVOLUNTARY_CHURN,
    RENEWED
  }
}
