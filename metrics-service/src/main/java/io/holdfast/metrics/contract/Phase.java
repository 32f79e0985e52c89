package io.holdfast.metrics.contract;

import io.holdfast.metrics.policy.MetricPolicy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a subscription on one set of terms.
 *
 * @param endsOn first day no longer paid; null while open
 * @param status in the tenant's billing system, lower case
 * @param statusKnownOn the day the status became known, that of the first version to tell it
 */
public record Phase(
    SubscriptionId subscription,
    AccountId account,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    Price price,
    Discount discount,
    Renewal renewal,
    String status,
    LocalDate statusKnownOn,
    @Nullable String plan,
    @Nullable Integer seats) {

  private static final String VOID = "void";

  /** Taken back: as if it had never been there. */
  public boolean isVoid() {
    return status.equals(VOID);
  }

  /** As it was before its end was known. */
  public Phase open() {
    return new Phase(
        subscription,
        account,
        startsOn,
        null,
        price,
        discount,
        renewal,
        status,
        statusKnownOn,
        plan,
        seats);
  }

  /** With a status that an earlier version of it told already. */
  public Phase withStatusKnownOn(LocalDate day) {
    return new Phase(
        subscription,
        account,
        startsOn,
        endsOn,
        price,
        discount,
        renewal,
        status,
        day,
        plan,
        seats);
  }

  public boolean isPaid(MetricPolicy policy) {
    return !policy.unpaidStatuses().contains(status);
  }

  /** The end as agreed, or as its status tells where no date was given. */
  public LocalDate end(MetricPolicy policy) {
    if (endsOn != null) {
      return endsOn;
    }
    return policy.endedStatuses().contains(status) ? statusKnownOn : LocalDate.MAX;
  }

  /** First day on which the undecided contract no longer counts. */
  LocalDate lapsesOn(MetricPolicy policy) {
    LocalDate due = renewal.decisionDueOn();
    if (due == null || endsOn != null || !due.isAfter(startsOn)) {
      return LocalDate.MAX;
    }
    return due.plusDays(policy.lapsedDays());
  }
}
