package io.holdfast.notification.web;

import io.holdfast.notification.delivery.Attempt;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.listing.Trailed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery with its tries. */
@Schema(name = "Delivery")
record DeliveryView(
    UUID deliveryId,
    @Schema(description = "Id the receiver sees, the same on every try") String messageId,
    @Schema(allowableValues = {"email", "slack", "webhook"}) String type,
    @Nullable UUID channelId,
    @Schema(description = "Recipient of mail") @Nullable String address,
    @Nullable UUID alertId,
    @Schema(example = "alert.opened") String event,
    @Schema(allowableValues = {"pending", "delivered", "dead"}) String state,
    Instant at,
    @Nullable Instant nextTryAt,
    List<AttemptView> attempts) {

  /** One try. */
  @Schema(name = "DeliveryAttempt")
  record AttemptView(
      Instant at,
      long tookMillis,
      @Schema(allowableValues = {"accepted", "failed", "gone", "impossible"}) String outcome,
      String detail) {

    static AttemptView of(Attempt attempt) {
      return new AttemptView(
          attempt.at(), attempt.took().toMillis(), attempt.outcome(), attempt.detail());
    }
  }

  static DeliveryView of(Trailed<Delivery, Attempt> listed) {
    return of(listed.row(), listed.lines());
  }

  static DeliveryView of(Delivery delivery, List<Attempt> attempts) {
    return new DeliveryView(
        delivery.id(),
        delivery.messageId(),
        delivery.type().code(),
        delivery.channelId(),
        delivery.address(),
        delivery.alertId(),
        delivery.event(),
        delivery.state().code(),
        delivery.createdAt(),
        delivery.nextTryAt(),
        attempts.stream().map(AttemptView::of).toList());
  }
}
