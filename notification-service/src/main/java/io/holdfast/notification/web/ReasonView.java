package io.holdfast.notification.web;

import io.holdfast.notification.alert.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One measured cause of an alert. */
record ReasonView(
    @Schema(example = "weekly_active_users") String signal,
    @Schema(example = "9") @Nullable BigDecimal value,
    @Schema(example = "people") @Nullable String unit,
    @Schema(example = "40", description = "What is usual for this account")
        @Nullable BigDecimal baseline,
    @Schema(example = "-78") @Nullable Integer changePercent,
    @Schema(example = "Weekly active users 9, own baseline 40 over 8 weeks (−78%)") String sentence,
    @Schema(description = "The invoice, when a payment failed", example = "in-77")
        @Nullable String about) {

  static ReasonView of(Reason reason) {
    return new ReasonView(
        reason.signal(),
        reason.value(),
        reason.unit(),
        reason.baseline(),
        reason.changePercent().orElse(null),
        reason.sentence(),
        reason.about());
  }
}
