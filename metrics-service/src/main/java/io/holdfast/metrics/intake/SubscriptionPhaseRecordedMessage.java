package io.holdfast.metrics.intake;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Discount;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.contract.Price;
import io.holdfast.metrics.contract.Renewal;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.policy.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record SubscriptionPhaseRecordedMessage(
    String subscriptionId,
    String accountId,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    BigDecimal amount,
    String currency,
    String interval,
    @Nullable Integer intervalCount,
    @Nullable BigDecimal quantity,
    @Nullable String plan,
    @Nullable Integer seats,
    @Nullable String status,
    @Nullable Boolean autoRenew,
    @Nullable LocalDate renewsOn,
    @Nullable Integer noticeDays,
    @Nullable BigDecimal discountPercent,
    @Nullable Integer discountMonths,
    Instant receivedAt,
    @Nullable Instant recordedAt)
    implements Knowable {

  static final String TYPE = "ingestion.subscription-phase-recorded.v1";

  /**
   * @param account that it was told of
   */
  Phase toDomain(AccountId account) {
    return new Phase(
        new SubscriptionId(subscriptionId),
        account,
        startsOn,
        endsOn,
        new Price(
            amount,
            new CurrencyCode(currency.toUpperCase(Locale.ROOT)),
            Interval.valueOf(interval.toUpperCase(Locale.ROOT)),
            intervalCount == null ? 1 : intervalCount,
            quantity == null ? BigDecimal.ONE : quantity),
        discountPercent == null ? Discount.NONE : new Discount(discountPercent, discountMonths),
        new Renewal(renewsOn, autoRenew, noticeDays),
        status == null ? "active" : status.toLowerCase(Locale.ROOT),
        LocalDate.ofInstant(receivedAt, ZoneOffset.UTC),
        plan,
        seats);
  }
}
