package io.holdfast.notification.writing;

import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.notice.DigestNotice;
import io.holdfast.notification.notice.FleetNotice;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.telling.Messages;
import java.net.URI;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages: all of them as JSON, so that a delivery keeps one text whatever its channel. */
public final class WrittenMessages implements Messages {

  private final JsonMapper json;

  public WrittenMessages(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String one(ChannelType type, Notice notice) {
    return json.writeValueAsString(
        switch (type) {
          case EMAIL -> MailWriter.one(notice);
          case SLACK -> SlackWriter.one(notice);
          case WEBHOOK -> WebhookWriter.one(notice);
        });
  }

  @Override
  public String digest(ChannelType type, DigestNotice digest) {
    return json.writeValueAsString(
        switch (type) {
          case EMAIL -> MailWriter.digest(digest);
          case SLACK -> SlackWriter.digest(digest);
          case WEBHOOK -> WebhookWriter.digest(digest);
        });
  }

  @Override
  public String fleet(ChannelType type, FleetNotice notice) {
    return json.writeValueAsString(
        switch (type) {
          case EMAIL -> MailWriter.fleet(notice);
          case SLACK -> SlackWriter.fleet(notice);
          case WEBHOOK -> WebhookWriter.fleet(notice);
        });
  }

  @Override
  public String test(ChannelType type, String channel, URI console, Instant at) {
    return json.writeValueAsString(
        switch (type) {
          case EMAIL -> MailWriter.test(channel, console);
          case SLACK -> SlackWriter.test(channel);
          case WEBHOOK -> WebhookWriter.test(channel, at);
        });
  }
}
