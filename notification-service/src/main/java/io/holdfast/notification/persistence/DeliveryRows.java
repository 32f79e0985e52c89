package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;
import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.delivery.Attempt;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.DeliveryState;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Reads and writes the rows of a delivery and its tries. */
final class DeliveryRows {

  static final String COLUMNS =
      """
      d.delivery_id, d.type, d.channel_id, d.address, d.alert_id, d.event, d.content, d.state,
      d.tries, d.created_at, d.next_try_at
      """;

  private DeliveryRows() {}

  static Delivery read(Readable row) {
    return new Delivery(
        need(row, "delivery_id", UUID.class),
        ChannelType.of(need(row, "type", String.class)),
        row.get("channel_id", UUID.class),
        row.get("address", String.class),
        row.get("alert_id", UUID.class),
        need(row, "event", String.class),
        need(row, "content", String.class),
        DeliveryState.of(need(row, "state", String.class)),
        need(row, "tries", Integer.class),
        need(row, "created_at", Instant.class),
        row.get("next_try_at", Instant.class));
  }

  static GenericExecuteSpec bind(GenericExecuteSpec statement, Delivery delivery) {
    return statement
        .bind("id", delivery.id())
        .bind("type", delivery.type().code())
        .bind("channel", orNull(delivery.channelId(), UUID.class))
        .bind("address", orNull(delivery.address(), String.class))
        .bind("alert", orNull(delivery.alertId(), UUID.class))
        .bind("event", delivery.event())
        .bind("content", delivery.content())
        .bind("state", delivery.state().code())
        .bind("tries", delivery.tries())
        .bind("createdAt", delivery.createdAt())
        .bind("nextTryAt", orNull(delivery.nextTryAt(), Instant.class));
  }

  static Attempt readAttempt(Readable row) {
    return new Attempt(
        need(row, "delivery_id", UUID.class),
        need(row, "at", Instant.class),
        Duration.ofMillis(need(row, "took_millis", Long.class)),
        need(row, "outcome", String.class),
        need(row, "detail", String.class));
  }
}
