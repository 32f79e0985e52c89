package io.holdfast.metrics.billing;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.policy.MetricPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for payment. */
public record Invoice(
    String id,
    AccountId account,
    LocalDate issuedOn,
    BigDecimal amount,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate paidOn,
    Status status) {

  public enum Status {
    OPEN,
    PAID,
    OVERDUE,
    VOID,
    UNCOLLECTIBLE,
    UNKNOWN
  }

  /** As it was before it was paid. */
  public Invoice unpaid() {
    Status then = status == Status.PAID ? Status.OPEN : status;
    return new Invoice(id, account, issuedOn, amount, dueOn, null, then);
  }

  /**
   * The day on which it must have been paid, for what is not written off as void or known as paid
   * without a date. Without a due date only an invoice that is called overdue is judged, from its
   * issue on.
   */
  Optional<LocalDate> due() {
    boolean nothingToPay = amount.signum() <= 0 || status == Status.VOID;
    boolean paidSometime = status == Status.PAID && paidOn == null;
    if (nothingToPay || paidSometime) {
      return Optional.empty();
    }
    if (dueOn != null) {
      return Optional.of(dueOn);
    }
    boolean calledOverdue = status == Status.OVERDUE || status == Status.UNCOLLECTIBLE;
    return calledOverdue ? Optional.of(issuedOn) : Optional.empty();
  }

  /** The first day on which revenue no longer counts if it is still unpaid then. */
  Optional<LocalDate> delinquentOn(MetricPolicy policy) {
    return due()
        .map(due -> due.plusDays(policy.pastDueDays()))
        .filter(day -> paidOn == null || paidOn.isAfter(day));
  }
}
