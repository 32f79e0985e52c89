package io.holdfast.metrics.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a contract is up and whether it goes on by itself.
 *
 * @param automatic null where nobody said
 */
public record Renewal(
    @Nullable LocalDate on, @Nullable Boolean automatic, @Nullable Integer noticeDays) {

  public static final Renewal UNKNOWN = new Renewal(null, null, null);

  public boolean isAutomatic() {
    return Boolean.TRUE.equals(automatic);
  }

  /**
   * The day after which the contract needs somebody's decision to go on, if there is one. Only a
   * contract that is said to renew by itself needs none.
   */
  public @Nullable LocalDate decisionDueOn() {
    return isAutomatic() ? null : on;
  }
}
