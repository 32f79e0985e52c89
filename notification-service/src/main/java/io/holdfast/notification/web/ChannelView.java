package io.holdfast.notification.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.channel.Destination;
import io.holdfast.notification.channel.WebhookSecret;
import io.holdfast.notification.person.EmailAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A channel, as the API shows it. */
@Schema(name = "Channel")
record ChannelView(
    UUID channelId,
    @Schema(allowableValues = {"email", "slack", "webhook"}) String type,
    String name,
    @Schema(description = "Slack's is shown in part, because whoever knows it may post")
        @Nullable String url,
    List<String> to,
    List<String> events,
    @Schema(allowableValues = {"enabled", "disabled"}) String state,
    @Nullable String disabledBecause,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Signs a webhook's messages; shown once, when the channel is added")
        @Nullable String secret) {

  static ChannelView of(Channel channel) {
    return of(channel, null);
  }

  /** With its secret, this once. */
  static ChannelView added(Channel channel) {
    return of(
        channel, Optional.ofNullable(channel.secret()).map(WebhookSecret::value).orElse(null));
  }

  private static ChannelView of(Channel channel, @Nullable String secret) {
    return new ChannelView(
        channel.id(),
        channel.type().code(),
        channel.name(),
        channel.destination().map(destination -> shown(channel.type(), destination)).orElse(null),
        channel.to().stream().map(EmailAddress::value).toList(),
        channel.events(),
        channel.disabledBecause() == null ? "enabled" : "disabled",
        channel.disabledBecause(),
        channel.createdAt(),
        secret);
  }

  private static String shown(ChannelType type, Destination destination) {
    return type == ChannelType.SLACK
        ? destination.uri().resolve("/") + "…"
        : destination.uri().toString();
  }
}
