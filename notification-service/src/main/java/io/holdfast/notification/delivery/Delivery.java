package io.holdfast.notification.delivery;

import io.holdfast.notification.channel.ChannelType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one place.
 *
 * @param channelId the channel it goes through; absent for mail sent straight to a person
 * @param address recipient of mail
 * @param event type of the message, e.g. {@code alert.opened}
 * @param content what is sent, fixed when the delivery is made, the same on every try
 * @param tries how often it was tried in the present round
 */
public record Delivery(
    UUID id,
    ChannelType type,
    @Nullable UUID channelId,
    @Nullable String address,
    @Nullable UUID alertId,
    String event,
    String content,
    DeliveryState state,
    int tries,
    Instant createdAt,
    @Nullable Instant nextTryAt) {

  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  public Delivery {
    if (type == ChannelType.EMAIL ? address == null : channelId == null) {
      throw new IllegalArgumentException("Mail goes to an address, all else through a channel");
    }
    if ((state == DeliveryState.PENDING) != (nextTryAt != null)) {
      throw new IllegalArgumentException("A delivery has a next try exactly while it is pending");
    }
  }

  /** Id that stays the same over all tries; receivers drop repeats by it. */
  public String messageId() {
    return "msg_" + id.toString().replace("-", "");
  }

  /** What the outcome of a try makes of it. */
  public Delivery after(SendOutcome outcome, RetrySchedule schedule, Instant now) {
    int tried = tries + 1;
    return switch (outcome) {
      case SendOutcome.Accepted _ -> is(DeliveryState.DELIVERED, tried, null);
      case SendOutcome.Gone _, SendOutcome.Impossible _ -> is(DeliveryState.DEAD, tried, null);
      case SendOutcome.Failed failed ->
          schedule
              .after(tried)
              .map(
                  wait ->
                      is(DeliveryState.PENDING, tried, now.plus(longer(wait, failed.retryAfter()))))
              .orElseGet(() -> is(DeliveryState.DEAD, tried, null));
    };
  }

  /** A new round of tries, asked for by a person. */
  public Delivery again(Instant now) {
    return is(DeliveryState.PENDING, 0, now);
  }

  private static Duration longer(Duration wait, @Nullable Duration asked) {
    if (asked == null || asked.compareTo(wait) <= 0) {
      return wait;
    }
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  private Delivery is(DeliveryState now, int tried, @Nullable Instant next) {
    return new Delivery(
        id, type, channelId, address, alertId, event, content, now, tried, createdAt, next);
  }
}
