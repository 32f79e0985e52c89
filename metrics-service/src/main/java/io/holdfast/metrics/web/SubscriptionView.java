package io.holdfast.metrics.web;

import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.contract.Price;
import io.holdfast.metrics.reporting.ReadSubscriptions.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Schema(description = "One phase of a subscription")
record SubscriptionView(
    String subscriptionId,
    LocalDate startsOn,
    @Schema(description = "First day no longer paid") @Nullable LocalDate endsOn,
    @Schema(
            allowableValues = {
              "scheduled",
              "trial",
              "live",
              "cancel_scheduled",
              "lapsed",
              "past_due",
              "replaced",
              "churned"
            })
        String state,
    @Schema(description = "Worth a month today, in its own currency; 0 unless paid for today")
        String mrr,
    @Schema(description = "Price per unit and interval") String amount,
    String currency,
    String interval,
    int intervalCount,
    String quantity,
    @Nullable String plan,
    @Nullable Integer seats,
    @Schema(description = "As the source calls it") String status,
    @Nullable Boolean autoRenew,
    @Nullable LocalDate renewsOn,
    @Nullable Integer noticeDays,
    @Nullable String discountPercent,
    @Nullable Integer discountMonths) {

  static SubscriptionView of(Standing standing) {
    Phase phase = standing.phase();
    Price price = phase.price();
    boolean discounted = phase.discount().percent().signum() > 0;
    return new SubscriptionView(
        phase.subscription().value(),
        phase.startsOn(),
        phase.endsOn(),
        Names.of(standing.state()),
        standing.monthly().toString(),
        Names.of(price.amount()),
        price.currency().value(),
        Names.of(price.interval()),
        price.intervalCount(),
        Names.of(price.quantity()),
        phase.plan(),
        phase.seats(),
        phase.status(),
        phase.renewal().automatic(),
        phase.renewal().on(),
        phase.renewal().noticeDays(),
        discounted ? Names.of(phase.discount().percent()) : null,
        discounted ? phase.discount().months() : null);
  }
}
