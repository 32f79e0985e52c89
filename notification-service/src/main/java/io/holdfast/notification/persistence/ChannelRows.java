package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.channel.Destination;
import io.holdfast.notification.channel.WebhookSecret;
import io.holdfast.notification.person.EmailAddress;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads a channel's row. */
public final class ChannelRows {

  public static final String COLUMNS =
      """
      c.channel_id, c.type as channel_type, c.name, c.url, c.recipients, c.events, c.secret,
      c.disabled_because, c.created_at as channel_created_at
      """;

  private ChannelRows() {}

  public static Channel read(Readable row) {
    String url = row.get("url", String.class);
    String secret = row.get("secret", String.class);
    return new Channel(
        need(row, "channel_id", UUID.class),
        ChannelType.of(need(row, "channel_type", String.class)),
        need(row, "name", String.class),
        url == null ? null : Destination.of(url),
        Arrays.stream(need(row, "recipients", String[].class)).map(EmailAddress::new).toList(),
        List.of(need(row, "events", String[].class)),
        secret == null ? null : new WebhookSecret(secret),
        row.get("disabled_because", String.class),
        need(row, "channel_created_at", Instant.class));
  }
}
