package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;
import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.channel.Destination;
import io.holdfast.notification.channel.WebhookSecret;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.tenancy.sealing.Seal;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Reads and writes a channel's row. What lets its holder post is sealed there: the secret of a
 * webhook, and the URL of a Slack channel.
 */
public final class ChannelRows {

  static final String COLUMNS =
      """
      c.channel_id, c.type as channel_type, c.name, c.url, c.recipients, c.events, c.secret,
      c.disabled_because, c.created_at as channel_created_at
      """;

  private static final String MARK = "sealed:";

  private final Seal seal;

  public ChannelRows(Seal seal) {
    this.seal = seal;
  }

  Channel read(Readable row) {
    UUID id = need(row, "channel_id", UUID.class);
    return new Channel(
        id,
        ChannelType.of(need(row, "channel_type", String.class)),
        need(row, "name", String.class),
        opened(row, "url", id).map(Destination::of).orElse(null),
        Arrays.stream(need(row, "recipients", String[].class)).map(EmailAddress::new).toList(),
        List.of(need(row, "events", String[].class)),
        opened(row, "secret", id).map(WebhookSecret::new).orElse(null),
        row.get("disabled_because", String.class),
        need(row, "channel_created_at", Instant.class));
  }

  GenericExecuteSpec bind(GenericExecuteSpec statement, Channel channel) {
    return bindSecrets(statement, channel)
        .bind("type", channel.type().code())
        .bind("name", channel.name())
        .bind("to", channel.to().stream().map(EmailAddress::value).toArray(String[]::new))
        .bind("events", channel.events().toArray(String[]::new))
        .bind("at", channel.createdAt());
  }

  GenericExecuteSpec bindSecrets(GenericExecuteSpec statement, Channel channel) {
    WebhookSecret secret = channel.secret();
    return statement
        .bind("id", channel.id())
        .bind("url", orNull(url(channel), String.class))
        .bind(
            "secret",
            orNull(secret == null ? null : closed(secret.value(), channel.id()), String.class));
  }

  private @Nullable String url(Channel channel) {
    return channel
        .destination()
        .map(destination -> destination.uri().toString())
        .map(url -> channel.type() == ChannelType.SLACK ? closed(url, channel.id()) : url)
        .orElse(null);
  }

  private Optional<String> opened(Readable row, String column, UUID id) {
    return Optional.ofNullable(row.get(column, String.class)).map(kept -> opened(kept, id));
  }

  private String closed(String secret, UUID id) {
    return MARK + Base64.getEncoder().encodeToString(seal.close(secret, id.toString()));
  }

  /** One written before secrets were sealed is given as it is. */
  private String opened(String kept, UUID id) {
    return kept.startsWith(MARK)
        ? seal.open(Base64.getDecoder().decode(kept.substring(MARK.length())), id.toString())
        : kept;
  }
}
