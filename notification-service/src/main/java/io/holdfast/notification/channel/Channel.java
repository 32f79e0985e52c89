package io.holdfast.notification.channel;

import io.holdfast.notification.person.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place the tenant wants its messages to go.
 *
 * @param url of a Slack or webhook channel
 * @param to addresses of an e-mail channel; empty means each account's own owner
 * @param events types of message it takes
 * @param secret that signs a webhook's messages
 * @param disabledBecause why nothing is sent any more
 */
public record Channel(
    UUID id,
    ChannelType type,
    String name,
    @Nullable Destination url,
    List<EmailAddress> to,
    List<String> events,
    @Nullable WebhookSecret secret,
    @Nullable String disabledBecause,
    Instant createdAt) {

  public Channel {
    to = List.copyOf(to);
    events = List.copyOf(events);
    if (name.isBlank()
        || (type != ChannelType.EMAIL && url == null)
        || (type == ChannelType.WEBHOOK && secret == null)) {
      throw new IllegalArgumentException(
          "A channel has a name, Slack and webhook channels a URL, a webhook also a secret");
    }
  }

  public boolean takes(String event) {
    return disabledBecause == null && events.contains(event);
  }

  public Optional<Destination> destination() {
    return Optional.ofNullable(url);
  }
}
