package io.holdfast.local.demo.larkfield;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a subscription with one price, as it was written down on {@code recordedOn}: open
 * when it was signed, and once more with its end when that was decided.
 */
record Phase(
    String subscription,
    String account,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    BigDecimal amount,
    String currency,
    Deal.Interval interval,
    int quantity,
    String plan,
    @Nullable Integer seats,
    boolean trial,
    boolean autoRenew,
    @Nullable LocalDate renewsOn,
    @Nullable Integer noticeDays,
    @Nullable BigDecimal discountPercent,
    @Nullable Integer discountMonths,
    LocalDate recordedOn)
    implements Row {

  Phase ending(LocalDate on, LocalDate decidedOn) {
    return new Phase(
        subscription,
        account,
        startsOn,
        on,
        amount,
        currency,
        interval,
        quantity,
        plan,
        seats,
        trial,
        autoRenew,
        renewsOn,
        noticeDays,
        discountPercent,
        discountMonths,
        decidedOn);
  }

  Phase asTrial() {
    return new Phase(
        subscription,
        account,
        startsOn,
        endsOn,
        amount,
        currency,
        interval,
        quantity,
        plan,
        seats,
        true,
        autoRenew,
        renewsOn,
        noticeDays,
        discountPercent,
        discountMonths,
        recordedOn);
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(startsOn) && (endsOn == null || day.isBefore(endsOn));
  }

  @Override
  public String csv() {
    return Row.line(
        subscription,
        account,
        startsOn,
        amount,
        currency,
        interval.word(),
        endsOn,
        quantity,
        plan,
        seats,
        trial ? "trialing" : "active",
        autoRenew,
        renewsOn,
        noticeDays,
        discountPercent,
        discountMonths,
        recordedOn);
  }

  @Override
  public LocalDate latest() {
    return Row.later(startsOn, recordedOn);
  }
}
